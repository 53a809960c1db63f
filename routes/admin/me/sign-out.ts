import {
  seeOther,
  staffRoutes,
  withoutStaffSession,
} from "../../../lib/http/mod.ts";
import { endStaffSession } from "../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const { staffId, facts: { session } } = staff;
    await endStaffSession(millo, staff, { staffId, session });
    return seeOther("/staff", withoutStaffSession(ctx));
  },
});
