import { HttpError } from "fresh";
import { authorise, staffRoutes } from "../../../../../lib/http/mod.ts";
import { lookAtEvidence } from "../../../../../lib/safety/mod.ts";

/** A still: each look is written down before it is shown. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const actor = authorise(ctx, "evidence.open");
    if (!actor.ok) throw new HttpError(403);
    const { number, id } = ctx.params;
    const { safety } = ctx.state.millo;
    const jpeg = await lookAtEvidence(safety, actor.value, number, id);
    if (!jpeg) throw new HttpError(404);
    return new Response(jpeg, {
      headers: { "content-type": "image/jpeg", "cache-control": "no-store" },
    });
  },
});
