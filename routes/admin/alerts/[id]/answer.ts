import { HttpError } from "fresh";
import { authorise, seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import {
  answerAlert,
  mayReadCases,
  pathOf,
} from "../../../../lib/safety/mod.ts";

/** Somebody sees to what an alert is about, and nobody else is called. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo: { safety }, principal: staff } = ctx.state;
    const actor = authorise(ctx, "alert.answer");
    if (!actor.ok) throw new HttpError(422);
    const answered = await answerAlert(safety, actor.value, ctx.params.id);
    if (answered.ok) {
      const { team } = answered.value;
      const mayRead = mayReadCases(staff, team);
      return seeOther(mayRead ? pathOf(answered.value) : "/admin");
    }
    if (answered.refusal === "unknown") throw new HttpError(404);
    // Somebody was quicker, or took the case: nothing is left to do here.
    return seeOther("/admin");
  },
});
