import { MePage } from "../../../../components/admin/staff/MePage.tsx";
import { contactCodeForm } from "../../../../lib/accounts/mod.ts";
import {
  type FormErrors,
  mePageData,
  readForm,
  seeOther,
  type StaffCtx,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import { confirmAlertAddress } from "../../../../lib/staff/mod.ts";

/** The code that was mailed, back from whoever reads that address. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/me#on-call"),
  async POST(ctx) {
    const read = await readForm(ctx, contactCodeForm, { secrets: ["code"] });
    const errors = read.ok
      ? await confirm(ctx, read.value.code)
      : { code: ctx.state.t("account.error.code") };
    if (errors === null) return seeOther("/admin/me#on-call");
    return unprocessable(ctx, { ...await mePageData(ctx), errors });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <MePage t={state.t} locale={state.locale} {...data} />
));

async function confirm(
  ctx: StaffCtx,
  code: string,
): Promise<FormErrors | null> {
  const { principal: staff, millo, t } = ctx.state;
  const done = await confirmAlertAddress(millo, staff, code);
  if (done.ok) return null;
  return done.refusal === "wrong"
    ? { code: t("account.error.codeWrong") }
    : { address: t("account.error.codeOver") };
}
