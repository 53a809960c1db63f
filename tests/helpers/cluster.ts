import { newId } from "../../lib/kernel/mod.ts";
import { shareStore, type Store } from "../../lib/store/mod.ts";
import { TestClock } from "./clock.ts";

export interface TestCluster {
  clock: TestClock;
  deps: { store: Store; clock: TestClock };
  /** Ids of two processes. */
  one: string;
  other: string;
  [Symbol.dispose](): void;
}

/** A store that two processes are on, as far as a room can tell. */
export async function openCluster(): Promise<TestCluster> {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const store = shareStore(kv, clock);
  return {
    clock,
    deps: { store, clock },
    one: newId(),
    other: newId(),
    [Symbol.dispose]: () => kv.close(),
  };
}
