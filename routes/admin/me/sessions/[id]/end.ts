import { seeOther, staffRoutes } from "../../../../../lib/http/mod.ts";
import { endSession } from "../../../../../lib/app/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const { staffId } = staff;
    await endSession(millo, staff, { staffId, session: ctx.params.id });
    return seeOther("/admin/me");
  },
});
