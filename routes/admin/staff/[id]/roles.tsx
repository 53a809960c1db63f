import { HttpError, page } from "fresh";
import { z } from "zod";
import { StaffAccountPage } from "../../../../components/admin/staff/StaffAccountPage.tsx";
import {
  authorise,
  readForm,
  seeOther,
  staffAccountData,
  type StaffCtx,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { changeColleague } from "../../../../lib/app/mod.ts";
import { type Role, ROLE_NAMES } from "../../../../lib/staff/mod.ts";

const rolesForm = z.object({
  roles: z.array(z.enum(ROLE_NAMES as [Role, ...Role[]])),
  version: z.coerce.number().int().catch(-1),
});

/** The roles of somebody, as a whole. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/staff/${ctx.params.id}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const read = await readForm(ctx, rolesForm, { lists: ["roles"] });
    const asked = read.ok ? read.value : { roles: [], version: -1 };
    const actor = authorise(ctx, "staff.write");
    if (!actor.ok) {
      const error = t("admin.proof.below");
      return await again(ctx, 422, error, { ...asked, unproven: true });
    }
    const { id } = ctx.params;
    const done = await changeColleague(millo, actor.value, { id, ...asked });
    if (done.ok) return seeOther(`/admin/staff/${id}`);
    if (done.refusal === "unknown") throw new HttpError(404);
    const status = done.refusal === "stale" ? 409 : 422;
    const error = t(`admin.staff.error.${done.refusal}`);
    return await again(ctx, status, error, asked);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffAccountPage t={state.t} locale={state.locale} {...data} />
));

/** The page once more, with the roles that were chosen. */
async function again(
  ctx: StaffCtx,
  status: number,
  error: string,
  { roles, unproven = false }: { roles: readonly Role[]; unproven?: boolean },
) {
  const data = await staffAccountData(ctx);
  if (!data) throw new HttpError(404);
  return page({
    ...data,
    chosen: roles,
    errors: { roles: error },
    unproven: unproven ? "roles" as const : null,
  }, { status });
}
