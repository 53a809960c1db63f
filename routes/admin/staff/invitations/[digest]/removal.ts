import {
  authorise,
  seeOther,
  staffRoutes,
} from "../../../../../lib/http/mod.ts";
import { revokeInvitation } from "../../../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const actor = authorise(ctx, "staff.write");
    if (!actor.ok) return seeOther("/admin/proof?to=/admin/staff");
    await revokeInvitation(ctx.state.millo, actor.value, ctx.params.digest);
    return seeOther("/admin/staff");
  },
});
