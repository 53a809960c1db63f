import { HttpError } from "fresh";
import {
  authorise,
  forbidden,
  seeOther,
  staffRoutes,
} from "../../../../../lib/http/mod.ts";
import { decisionsInBulk, undoBulk } from "../../../../../lib/safety/mod.ts";

/** Takes back what was decided at once, within ten minutes. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { safety } = ctx.state.millo;
    const { id } = ctx.params;
    const actor = authorise(ctx, "case.decide");
    if (!actor.ok) throw forbidden("permission");
    const made = await decisionsInBulk(safety.store, id);
    if (made.length === 0) throw new HttpError(404);
    const { undone } = await undoBulk(safety, actor.value, id);
    if (undone === 0) throw new HttpError(409);
    return seeOther(`/admin/cases/bulk/${id}`);
  },
});
