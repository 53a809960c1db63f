import { page } from "fresh";
import { z } from "zod";
import { ContactPage } from "../../components/pages/account/ContactPage.tsx";
import {
  askContact,
  confirmContact,
  contactCodeForm,
  contactForm,
  findContact,
  removeContact,
} from "../../lib/accounts/mod.ts";
import {
  type Ctx,
  define,
  type FormErrors,
  readForm,
  requireMember,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";

/** One of three forms of the page. */
const anyForm = z.union([
  z.object({ remove: z.string() }),
  contactCodeForm,
  contactForm,
]);

export const handler = define.handlers({
  async GET(ctx) {
    return page(await shown(ctx, {}));
  },
  async POST(ctx) {
    const { accountId } = requireMember(ctx);
    const { store } = ctx.state.millo;
    const read = await readForm(ctx, anyForm, { secrets: ["code"] });
    if (!read.ok) {
      return await invalid(ctx, read.values, faultIn(ctx, read.values));
    }
    const { value } = read;
    if ("remove" in value) await removeContact(store, accountId);
    else {
      const errors = "code" in value
        ? await confirm(ctx, value.code)
        : await ask(ctx, value.address);
      if (errors) return await invalid(ctx, read.values, errors);
    }
    return seeOther("/account/contact");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ContactPage t={state.t} {...data} />
));

async function shown(ctx: Ctx, errors: FormErrors, typed = "") {
  const { accountId } = requireMember(ctx);
  const { store, clock } = ctx.state.millo;
  const contact = await findContact(store, accountId, clock.now());
  return { contact, errors, typed };
}

async function invalid(
  ctx: Ctx,
  values: Record<string, string>,
  errors: FormErrors,
) {
  return unprocessable(ctx, await shown(ctx, errors, values.address));
}

/** A form with an address is about the address, any other about the code. */
function faultIn({ state: { t } }: Ctx, typed: Record<string, string>) {
  const errors: FormErrors = "address" in typed
    ? { address: t("account.error.address") }
    : { code: t("account.error.code") };
  return errors;
}

async function ask(ctx: Ctx, address: string): Promise<FormErrors | null> {
  const { accountId } = requireMember(ctx);
  const { millo: { store, clock, config }, locale, t } = ctx.state;
  if (!config.mail) return { address: t("account.error.noMail") };
  const now = clock.now();
  const asked = await askContact(store, { accountId, address, locale, now });
  return asked.ok ? null : { address: t("account.error.soon") };
}

async function confirm(ctx: Ctx, code: string): Promise<FormErrors | null> {
  const { accountId } = requireMember(ctx);
  const { millo: { store, clock }, locale, t } = ctx.state;
  const now = clock.now();
  const done = await confirmContact(store, { accountId, code, locale, now });
  if (done.ok) return null;
  return done.refusal === "wrong"
    ? { code: t("account.error.codeWrong") }
    : { address: t("account.error.codeOver") };
}
