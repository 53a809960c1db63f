import { MePage } from "../../../../components/admin/staff/MePage.tsx";
import { contactForm } from "../../../../lib/accounts/mod.ts";
import {
  mePageData,
  readForm,
  seeOther,
  type StaffCtx,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import { askAlertAddress } from "../../../../lib/staff/mod.ts";

/** Where alerts go by mail: a new address counts once its code came back. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/me#on-call"),
  async POST(ctx) {
    const read = await readForm(ctx, contactForm);
    const error = read.ok
      ? await ask(ctx, read.value.address)
      : ctx.state.t("account.error.address");
    if (error === null) return seeOther("/admin/me#on-call");
    const typed = { address: read.values.address ?? "" };
    return unprocessable(ctx, {
      ...await mePageData(ctx),
      ...{ typed, errors: { address: error } },
    });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <MePage t={state.t} locale={state.locale} {...data} />
));

/** Mails a code to the address; answers what is in the way, or null. */
async function ask(ctx: StaffCtx, address: string): Promise<string | null> {
  const { principal: staff, millo, locale, t } = ctx.state;
  if (!millo.sender) return t("admin.me.noMail");
  if (!await millo.sender.takes(address)) {
    return t("account.error.addressScript");
  }
  const asked = await askAlertAddress(millo, staff, { address, locale });
  return asked.ok ? null : t("account.error.soon");
}
