import { HttpError } from "fresh";
import { authorise, seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import { claimAppeal } from "../../../../lib/safety/mod.ts";

/** Takes an appeal. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { id } = ctx.params;
    const actor = authorise(ctx, "appeal.answer");
    if (!actor.ok) throw new HttpError(403);
    const { safety } = ctx.state.millo;
    const claimed = await claimAppeal(safety, actor.value, id);
    if (claimed.ok || claimed.refusal === "taken") {
      return seeOther(`/admin/appeals/${id}`);
    }
    throw new HttpError(claimed.refusal === "unknown" ? 404 : 403);
  },
});
