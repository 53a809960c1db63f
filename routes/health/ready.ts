import { define } from "../../lib/http/mod.ts";

/** Pages can be served: the store answers. Calls may be off for a while. */
export const handler = define.handlers({
  async GET(ctx) {
    const { store } = ctx.state.millo;
    const ready = await store.ping().then(() => true, () => false);
    return ctx.json({ ready }, { status: ready ? 200 : 503 });
  },
});
