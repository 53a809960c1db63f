import { HttpError } from "fresh";
import { seeOther, staffRoutes } from "../../../../../lib/http/mod.ts";
import { removeStaffPasskey } from "../../../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const removed = await removeStaffPasskey(millo, staff, ctx.params.id);
    if (removed.ok || removed.refusal === "unknown") {
      return seeOther("/admin/me");
    }
    // The page offers it for no last passkey.
    if (removed.refusal === "last") throw new HttpError(409);
    return seeOther("/admin/proof?to=/admin/me");
  },
});
