import { HttpError, page } from "fresh";
import { StaffAccountPage } from "../../../../components/admin/staff/StaffAccountPage.tsx";
import {
  authorise,
  seeOther,
  staffAccountData,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { removeColleague } from "../../../../lib/app/mod.ts";

/** Takes somebody off the staff. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/staff/${ctx.params.id}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const { id } = ctx.params;
    const actor = authorise(ctx, "staff.write");
    const done = actor.ok
      ? await removeColleague(millo, actor.value, id)
      : { ok: false, refusal: "unproven" } as const;
    if (done.ok) return seeOther("/admin/staff");
    const data = await staffAccountData(ctx);
    if (!data) throw new HttpError(404);
    const removal = done.refusal === "unproven"
      ? t("admin.proof.below")
      : t(`admin.staff.error.${done.refusal}`);
    const unproven = done.refusal === "unproven" ? "removal" as const : null;
    return page({ ...data, errors: { removal }, unproven }, { status: 422 });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffAccountPage t={state.t} locale={state.locale} {...data} />
));
