import { HttpError } from "fresh";
import {
  authorise,
  readForm,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { goOnCall, shiftForm } from "../../../../lib/staff/mod.ts";

/** From now on one is on call, for so many hours. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const read = await readForm(ctx, shiftForm);
    const actor = authorise(ctx, "alert.answer");
    if (!read.ok || !actor.ok) throw new HttpError(422);
    const gone = await goOnCall(ctx.state.millo, actor.value, read.value.hours);
    if (!gone.ok) throw new HttpError(422);
    return seeOther("/admin/me#on-call");
  },
});
