import { page } from "fresh";
import { z } from "zod";
import { StaffPage } from "../../../../components/admin/staff/StaffPage.tsx";
import {
  authorise,
  ownOriginOf,
  readForm,
  seeOther,
  type StaffCtx,
  staffPageData,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import { invite, type Role, ROLE_NAMES } from "../../../../lib/staff/mod.ts";

const inviteForm = z.object({
  roles: z.array(z.enum(ROLE_NAMES as [Role, ...Role[]])),
});

/** A new invitation; its link is shown once. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/staff"),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const actor = authorise(ctx, "staff.write");
    if (!actor.ok) return await again(ctx, t("admin.proof.first"));
    const read = await readForm(ctx, inviteForm, { lists: ["roles"] });
    const roles = read.ok ? read.value.roles : [];
    const invited = await invite(millo, actor.value, roles);
    if (!invited.ok) {
      return await again(ctx, t(`admin.staff.error.${invited.refusal}`));
    }
    const link = `${ownOriginOf(ctx)}/staff/invitations/${invited.value}`;
    return page({ ...await staffPageData(ctx), link });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffPage t={state.t} locale={state.locale} {...data} />
));

async function again(ctx: StaffCtx, error: string) {
  const errors = { invite: error };
  return unprocessable(ctx, { ...await staffPageData(ctx), errors });
}
