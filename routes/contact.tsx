import { page } from "fresh";
import { ContactPage } from "../components/pages/ContactPage.tsx";
import { ContactSentPage } from "../components/pages/ContactSentPage.tsx";
import {
  type Ctx,
  define,
  memberIn,
  readForm,
  seeOther,
  unprocessable,
} from "../lib/http/mod.ts";
import {
  ask,
  contactForm,
  MAX_FORM,
  ownTicket,
  readNumber,
} from "../lib/support/mod.ts";
import { type AccountId, newId } from "../lib/kernel/mod.ts";

type Named = Record<string, string>;

export const handler = define.handlers({
  async GET(ctx) {
    const sent = readNumber(ctx.url.searchParams.get("sent") ?? "");
    const ticket = ctx.url.searchParams.get("ticket") ?? undefined;
    const earlier = await ownTicket(
      ctx.state.millo.store,
      accountOf(ctx),
      ticket,
    );
    const { number = null, about = "" } = earlier?.value ?? {};
    return page({ ...blank(ctx), sent, ticket: number, values: { about } });
  },
  async POST(ctx) {
    const data = blank(ctx);
    const read = await readForm(ctx, contactForm(data), {
      limit: MAX_FORM,
    });
    if (!data.answerable) return unanswerable(ctx, data, read);
    if (!read.ok) return invalid(ctx, data, read);
    const { millo, locale, t } = ctx.state;
    const { address } = read.value;
    if (address !== null && await millo.sender?.takes(address) === false) {
      const errors = { address: t("contact.error.addressScript") };
      return invalid(ctx, data, { ...read, errors });
    }
    const asker = { accountId: accountOf(ctx), locale };
    const asked = await ask(millo, read.value, asker);
    if (asked.ok) return seeOther(`/contact?sent=${asked.value}`);
    // Nothing is kept under an account that is being erased.
    const visitor = blank(ctx, null);
    if (!visitor.answerable) return unanswerable(ctx, visitor, read);
    const errors = { address: t("contact.error.erased") };
    return invalid(ctx, visitor, { ...read, errors });
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => {
  const { sent, ...form } = data;
  return sent
    ? (
      <ContactSentPage
        t={t}
        number={sent}
        answer={form.inbox ? "inbox" : "mail"}
      />
    )
    : <ContactPage t={t} {...form} />;
});

/** The form with what was typed; it keeps its name. */
function invalid(
  ctx: Ctx,
  data: ReturnType<typeof blank>,
  { values, errors }: { values: Named; errors: Named },
) {
  const form = /^[0-9a-z]{26}$/.test(values.form) ? values.form : data.form;
  const ticket = readNumber(values.ticket ?? "");
  return unprocessable(ctx, { ...data, form, ticket, values, errors });
}

/** No answer could come; what was typed stands there to be sent otherwise. */
function unanswerable(
  ctx: Ctx,
  data: ReturnType<typeof blank>,
  { values }: { values: Named },
) {
  const errors = { form: ctx.state.t("contact.noMail") };
  return invalid(ctx, data, { values, errors });
}

function accountOf(ctx: Ctx): AccountId | null {
  return memberIn(ctx.state)?.accountId ?? null;
}

/** An empty form. Without an inbox and without mail no answer could come. */
function blank(ctx: Ctx, accountId = accountOf(ctx)) {
  const inbox = accountId !== null;
  return {
    inbox,
    answerable: inbox || ctx.state.millo.config.mail !== null,
    sent: null as string | null,
    ticket: null as string | null,
    form: newId(),
    values: {} as Named,
    errors: {} as Named,
  };
}
