import {
  authorise,
  filterIn,
  queueAddress,
  seeOther,
  staffRoutes,
} from "../../../lib/http/mod.ts";
import { claimCase, nextCase } from "../../../lib/safety/mod.ts";

/** How often the next case is somebody else's by the time it is taken. */
const TRIES = 5;

/** Takes the first case of a view that nobody has; of the whole queue else. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo: { safety, store, clock } } = ctx.state;
    const filter = filterIn(ctx.url.searchParams);
    const actor = authorise(ctx, "case.claim");
    if (!actor.ok) return seeOther(queueAddress(filter));
    const after = ctx.url.searchParams.get("after");
    const { staffId } = actor.value;
    for (let tries = 0; tries < TRIES; tries++) {
      const asked = { now: clock.now(), staffId, after, filter };
      const number = await nextCase(store, "general", asked);
      if (number === null) break;
      const claimed = await claimCase(safety, actor.value, number);
      if (claimed.ok) return seeOther(`/admin/cases/${number}`);
    }
    return seeOther(queueAddress(filter));
  },
});
