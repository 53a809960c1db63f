import { authorise, seeOther, staffRoutes } from "../../../../lib/http/mod.ts";
import { releaseCase } from "../../../../lib/safety/mod.ts";

/** Gives an age flag back. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const actor = authorise(ctx, "age.read");
    if (actor.ok) {
      const { safety } = ctx.state.millo;
      await releaseCase(safety, actor.value, ctx.params.number);
    }
    return seeOther("/admin/age");
  },
});
