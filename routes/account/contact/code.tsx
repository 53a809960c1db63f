import { ContactPage } from "../../../components/pages/account/ContactPage.tsx";
import { confirmContact, contactCodeForm } from "../../../lib/accounts/mod.ts";
import {
  contactData,
  type Ctx,
  define,
  type FormErrors,
  readForm,
  requireMember,
  seeOther,
  unprocessable,
} from "../../../lib/http/mod.ts";

/** The code that was mailed, back from whoever reads that address. */
export const handler = define.handlers({
  GET(ctx) {
    requireMember(ctx);
    return seeOther("/account/contact");
  },
  async POST(ctx) {
    requireMember(ctx);
    const read = await readForm(ctx, contactCodeForm, { secrets: ["code"] });
    const errors = read.ok
      ? await confirm(ctx, read.value.code)
      : { code: ctx.state.t("account.error.code") };
    if (errors === null) return seeOther("/account/contact");
    return unprocessable(ctx, await contactData(ctx, errors));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ContactPage t={state.t} {...data} />
));

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
