import type { Millo } from "./open.ts";

/** How the parts are, in milliseconds to their answer; null without one. */
export async function healthOf({ store, liveHub }: Millo) {
  const ms = await store.ping().catch(() => null);
  const parts = {
    store: { up: ms !== null, ms },
    media: { up: liveHub.watch.up, ms: liveHub.watch.latency },
    matcher: {
      up: liveHub.matcher.leader !== null,
      leading: liveHub.matcher.leading,
      ms: liveHub.matcher.latency,
    },
  };
  const up = Object.values(parts).every((part) => part.up);
  return { up, ...parts };
}

/** The figures of this process, with those that are read when asked for. */
export async function figuresOf(millo: Millo): Promise<string> {
  const { metrics, liveHub, changeFeed } = millo;
  const { up: _all, ...parts } = await healthOf(millo);
  for (const [part, { up }] of Object.entries(parts)) {
    metrics.set("millo_up", { part }, up ? 1 : 0);
  }
  metrics.set("millo_people", {}, liveHub.size);
  metrics.set("millo_streams", {}, changeFeed.size);
  metrics.set("millo_memory_bytes", {}, Deno.memoryUsage().rss);
  return metrics.text();
}
