import {
  authorise,
  lastQueue,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { releaseCase } from "../../../../lib/safety/mod.ts";

/** Gives a case back. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const actor = authorise(ctx, "case.claim");
    if (actor.ok) {
      const { safety } = ctx.state.millo;
      await releaseCase(safety, actor.value, ctx.params.number);
    }
    return seeOther(lastQueue(ctx));
  },
});
