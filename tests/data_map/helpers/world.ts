import { createDataMap, type DataMap } from "../../../lib/data_map/mod.ts";
import * as own from "../../../lib/data_map/records.ts";
import { collectionsIn } from "../../../lib/data_map/mod.ts";
import {
  type Collection,
  openStore,
  shareStore,
  type Store,
} from "../../../lib/store/mod.ts";
import { KV_CLIENT } from "../../../lib/store/inside.ts";
import { TestClock } from "../../helpers/clock.ts";
import { withFolder } from "../../store/helpers/backends.ts";
import { testCollections } from "../../store/helpers/collections.ts";

export interface World {
  store: Store;
  clock: TestClock;
  map: DataMap;
  folder: string;
}

export const worldCollections: Collection[] = [
  ...testCollections as unknown as Collection[],
  ...collectionsIn(own),
];

/** A data map on a store in memory, with a data folder of its own. */
export async function withWorld(
  work: (world: World) => Promise<void>,
  collections: readonly Collection[] = worldCollections,
): Promise<void> {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const store = await openStore({ at: ":memory:", clock });
    const map = createDataMap({
      store,
      clock,
      dataFolder: folder,
      collections,
    });
    try {
      await work({ store, clock, map, folder });
    } finally {
      await store.close();
    }
  });
}

/** The same with the store in a file of the folder. */
export async function withFileWorld(
  work: (world: World) => Promise<void>,
  collections: readonly Collection[] = worldCollections,
): Promise<void> {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const store = await openStore({ at: `${folder}/millo.kv`, clock });
    const map = createDataMap({
      store,
      clock,
      dataFolder: folder,
      collections,
    });
    try {
      await work({ store, clock, map, folder });
    } finally {
      await store.close().catch(() => {});
    }
  });
}

/**
 * Everything in the store, as text by key; for comparing. Not the counts of
 * how often channels were published to: they are about nobody, and stay. Nor what is sealed:
 * it is random.
 */
export async function contents(store: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { key, value } of store[KV_CLIENT].kv.list({ prefix: [] })) {
    if (key[0] === "b") continue;
    const plain = text(value).replace(/"sealedTerms":"[^"]+"/, "");
    found.set(JSON.stringify(key), plain);
  }
  return found;
}

function text(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) =>
      typeof part === "bigint"
        ? String(part)
        : part instanceof Uint8Array
        ? part.toHex()
        : part,
  );
}

/** A second process on the same store, whose n-th commit fails. */
export function crashing(store: Store, clock: TestClock, after: number): Store {
  let commits = 0;
  const kv = new Proxy(store[KV_CLIENT].kv, {
    get(target, name) {
      if (name !== "atomic") {
        const part = Reflect.get(target, name, target);
        return typeof part === "function" ? part.bind(target) : part;
      }
      return () => {
        const atomic = target.atomic();
        const commit = atomic.commit.bind(atomic);
        atomic.commit = () => {
          if (commits++ === after) throw new Crash("The process died");
          if (commits > after) throw new Crash("The process is dead");
          return commit();
        };
        return atomic;
      };
    },
  });
  return shareStore(kv, clock);
}

export class Crash extends Error {}
