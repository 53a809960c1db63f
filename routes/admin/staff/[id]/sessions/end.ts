import {
  authorise,
  seeOther,
  staffRoutes,
} from "../../../../../lib/http/mod.ts";
import { endSession } from "../../../../../lib/app/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { id } = ctx.params;
    const actor = authorise(ctx, "staff.write");
    if (!actor.ok) return seeOther(`/admin/proof?to=/admin/staff/${id}`);
    await endSession(ctx.state.millo, actor.value.staff, { staffId: id });
    return seeOther(`/admin/staff/${id}`);
  },
});
