import { seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import { endShift } from "../../../../lib/staff/mod.ts";

/** One's own shift is over before its time. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: { staffId } } = ctx.state;
    await endShift(millo, { staffId, by: staffId });
    return seeOther("/admin/me#on-call");
  },
});
