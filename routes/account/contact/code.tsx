import { ContactPage } from "../../../components/pages/account/ContactPage.tsx";
import { confirmContact, contactCodeForm } from "../../../lib/accounts/mod.ts";
import {
  contactData,
  type FormErrors,
  type MemberCtx,
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../lib/http/mod.ts";
import { isBarred } from "../../../lib/standing/mod.ts";

/** The code that was mailed, back from whoever reads that address. */
export const handler = members.handlers({
  GET: () => seeOther("/account/contact"),
  async POST(ctx) {
    const read = await readForm(ctx, contactCodeForm, { secrets: ["code"] });
    const errors = read.ok
      ? await confirm(ctx, read.value.code)
      : { code: ctx.state.t("account.error.code") };
    if (errors === null) return seeOther("/account/contact");
    return unprocessable(ctx, await contactData(ctx, errors));
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <ContactPage t={state.t} {...data} />
));

async function confirm(
  ctx: MemberCtx,
  code: string,
): Promise<FormErrors | null> {
  const { principal: member, millo, locale, t } = ctx.state;
  const { store, clock, digests } = millo;
  const now = clock.now();
  const done = await confirmContact(store, {
    ...{ member, code, locale, now },
    async mayHave(address) {
      const digest = await digests.of("address", address);
      return !await isBarred(store, digest, now, member.accountId);
    },
  });
  if (done.ok) return null;
  if (done.refusal === "barred") {
    return { address: t("account.error.addressBarred") };
  }
  return done.refusal === "wrong"
    ? { code: t("account.error.codeWrong") }
    : { address: t("account.error.codeOver") };
}
