import { define } from "../lib/app/mod.ts";

/** How the parts are, in milliseconds to their answer; null without one. */
export const handler = define.handlers({
  async GET(ctx) {
    const { store, floor } = ctx.state.millo;
    const ms = await store.ping().catch(() => null);
    const parts = {
      store: { up: ms !== null, ms },
      media: { up: floor.watch.up, ms: floor.watch.latency },
      matcher: {
        up: floor.matcher.leader !== null,
        leading: floor.matcher.leading,
        ms: floor.matcher.latency,
      },
    };
    const up = Object.values(parts).every((part) => part.up);
    return ctx.json({ up, ...parts }, {
      status: up ? 200 : 503,
      headers: { "cache-control": "no-store" },
    });
  },
});
