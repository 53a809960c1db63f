import { HttpError } from "fresh";
import { authorise, seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import { removeReply } from "../../../../lib/safety/mod.ts";

/** Removes a saved reply. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const actor = authorise(ctx, "reply.write");
    if (!actor.ok) throw new HttpError(403);
    const { id } = ctx.params;
    const { safety } = ctx.state.millo;
    if (!await removeReply(safety, actor.value, id)) throw new HttpError(404);
    return seeOther("/admin/replies");
  },
});
