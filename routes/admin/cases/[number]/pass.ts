import { HttpError } from "fresh";
import { z } from "zod";
import { HOUR } from "../../../../lib/kernel/mod.ts";
import {
  authorise,
  lastQueue,
  readForm,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { askSecond, escalate, putOff } from "../../../../lib/safety/mod.ts";

const passForm = z.object({ way: z.enum(["later", "second", "escalate"]) });

/** Puts a case off for an hour, or passes it on. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo: { safety, clock } } = ctx.state;
    const { number } = ctx.params;
    const read = await readForm(ctx, passForm);
    const actor = authorise(ctx, "case.claim");
    if (!read.ok || !actor.ok) throw new HttpError(422);
    const passed = read.value.way === "later"
      ? await putOff(safety, actor.value, number, clock.now() + HOUR)
      : read.value.way === "second"
      ? await askSecond(safety, actor.value, number)
      : await escalate(safety, actor.value, number);
    if (passed.ok) return seeOther(lastQueue(ctx));
    throw new HttpError(passed.refusal === "unknown" ? 404 : 409);
  },
});
