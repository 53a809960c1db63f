import { HttpError } from "fresh";
import { z } from "zod";
import { undo } from "../../../../lib/app/mod.ts";
import {
  authorise,
  readForm,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";

const undoForm = z.object({ decision: z.string().length(26) });

/** Takes a decision back, within ten minutes. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo } = ctx.state;
    const read = await readForm(ctx, undoForm);
    const actor = authorise(ctx, "case.decide");
    if (!read.ok || !actor.ok) throw new HttpError(422);
    const undone = await undo(millo, actor.value, read.value.decision);
    if (!undone.ok) {
      throw new HttpError(undone.refusal === "unknown" ? 404 : 409);
    }
    return seeOther(`/admin/cases/${ctx.params.number}`);
  },
});
