import { LiveHub } from "../../lib/live/mod.ts";
import type { Admit } from "../../lib/matching/mod.ts";
import { shareStore, type Store } from "../../lib/store/mod.ts";
import { admitAll } from "./admission.ts";
import { TestClock, TestScheduler } from "./clock.ts";
import { MediaBooks } from "./media.ts";

export interface TestHubs {
  clock: TestClock;
  scheduler: TestScheduler;
  media: MediaBooks;
  stores: Store[];
  hubs: LiveHub[];
  faults: unknown[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Several processes on one store, as far as a hub can tell. */
export async function openHubs(
  count: number,
  admit: Admit = admitAll,
): Promise<TestHubs> {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const media = new MediaBooks();
  const faults: unknown[] = [];
  const stores = Array.from({ length: count }, () => shareStore(kv, clock));
  const hubs = stores.map((store) =>
    new LiveHub({
      ...{ store, clock, scheduler, media, admit },
      onError: (what, error) => faults.push([what, error]),
    })
  );
  for (const liveHub of hubs) await liveHub.start();
  return {
    clock,
    scheduler,
    media,
    stores,
    hubs,
    faults,
    async [Symbol.asyncDispose]() {
      for (const liveHub of hubs) await liveHub.stop();
      for (const store of stores) await store.close().catch(() => {});
    },
  };
}
