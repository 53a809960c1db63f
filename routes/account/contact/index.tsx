import { page } from "fresh";
import { ContactPage } from "../../../components/pages/account/ContactPage.tsx";
import { askContact, contactForm } from "../../../lib/accounts/mod.ts";
import {
  contactData,
  type MemberCtx,
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../lib/http/mod.ts";

/** The mail address: a new one counts once its code came back. */
export const handler = members.handlers({
  async GET(ctx) {
    return page(await contactData(ctx));
  },
  async POST(ctx) {
    const read = await readForm(ctx, contactForm);
    const error = read.ok
      ? await ask(ctx, read.value.address)
      : ctx.state.t("account.error.address");
    if (error === null) return seeOther("/account/contact");
    const { address } = read.values;
    return unprocessable(
      ctx,
      await contactData(ctx, { address: error }, address),
    );
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <ContactPage t={state.t} {...data} />
));

/** Mails a code to the address; answers what is in the way, or null. */
async function ask(ctx: MemberCtx, address: string): Promise<string | null> {
  const { principal: member, millo: { store, clock, sender }, locale, t } =
    ctx.state;
  if (!sender) return t("account.error.noMail");
  if (!await sender.takes(address)) return t("account.error.addressScript");
  const now = clock.now();
  const asked = await askContact(store, { member, address, locale, now });
  return asked.ok ? null : t("account.error.soon");
}
