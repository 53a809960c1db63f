import { seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import { forgetAlertAddress } from "../../../../lib/staff/mod.ts";

/** From now on alerts go to no address of one's own. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo: { store }, principal: { staffId } } = ctx.state;
    await forgetAlertAddress(store, staffId);
    return seeOther("/admin/me#on-call");
  },
});
