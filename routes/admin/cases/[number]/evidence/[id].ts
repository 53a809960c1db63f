import { HttpError } from "fresh";
import {
  authorise,
  readForm,
  type StaffCtx,
  staffRoutes,
} from "../../../../../lib/http/mod.ts";
import {
  endLook,
  endLookForm,
  lookAtEvidence,
} from "../../../../../lib/safety/mod.ts";

/** A still: each look is written down before it is shown. A post ends it. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const { number, id } = ctx.params;
    const { safety } = ctx.state.millo;
    const look = await lookAtEvidence(safety, actorOf(ctx), number, id);
    if (!look) throw new HttpError(404);
    return new Response(look.image, {
      headers: {
        "content-type": "image/jpeg",
        "cache-control": "no-store",
        "x-look": look.id,
      },
    });
  },
  async POST(ctx) {
    const actor = actorOf(ctx);
    const read = await readForm(ctx, endLookForm);
    if (!read.ok) throw new HttpError(422);
    const { safety } = ctx.state.millo;
    const { id: evidence } = ctx.params;
    const look = { id: read.value.look, evidence };
    if (!await endLook(safety, actor, look)) throw new HttpError(404);
    return new Response(null, { status: 204 });
  },
});

function actorOf(ctx: StaffCtx) {
  const actor = authorise(ctx, "evidence.open");
  if (!actor.ok) throw new HttpError(403);
  return actor.value;
}
