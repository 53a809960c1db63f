import { page } from "fresh";
import { z } from "zod";
import { StaffPage } from "../../../../components/admin/staff/StaffPage.tsx";
import {
  authorise,
  faultIn,
  ownOriginOf,
  readForm,
  seeOther,
  type StaffCtx,
  type StaffErrors,
  staffPageData,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import {
  invite,
  type Role,
  ROLE_NAMES,
  staffName,
} from "../../../../lib/staff/mod.ts";

const inviteForm = z.object({
  name: z.string().default(""),
  roles: z.array(z.enum(ROLE_NAMES as [Role, ...Role[]])),
});

type Asked = z.output<typeof inviteForm>;

/** A new invitation; its link is shown once. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/staff"),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const read = await readForm(ctx, inviteForm, { lists: ["roles"] });
    const asked: Asked = read.ok ? read.value : { name: "", roles: [] };
    const name = staffName.safeParse(asked.name);
    if (!name.success) {
      return await again(ctx, asked, { name: faultIn(t, name.error) });
    }
    const actor = authorise(ctx, "staff.write");
    if (!actor.ok) {
      return await again(ctx, asked, { invite: t("admin.proof.below") }, true);
    }
    const { roles } = asked;
    const wanted = { name: name.data, roles };
    const invited = await invite(millo, actor.value, wanted);
    if (!invited.ok) {
      const error = t(`admin.staff.error.${invited.refusal}`);
      return await again(ctx, asked, { invite: error });
    }
    const url = `${ownOriginOf(ctx)}/staff/invitations/${invited.value}`;
    return page({
      ...await staffPageData(ctx),
      link: { for: name.data, url },
    });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffPage t={state.t} locale={state.locale} {...data} />
));

async function again(
  ctx: StaffCtx,
  typed: Asked,
  errors: StaffErrors,
  unproven = false,
) {
  const data = await staffPageData(ctx);
  return unprocessable(ctx, { ...data, typed, errors, unproven });
}
