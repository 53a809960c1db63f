import {
  seeOther,
  staffRoutes,
  withoutStaffSession,
} from "../../../lib/http/mod.ts";
import { endSession } from "../../../lib/app/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const { staffId, facts: { session } } = staff;
    await endSession(millo, staff, { staffId, session });
    return seeOther("/staff", withoutStaffSession(ctx));
  },
});
