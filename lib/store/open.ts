import type { Clock } from "../kernel/mod.ts";
import { lockFolder } from "./lock.ts";
import { withTimeout } from "./timeout.ts";
import { Store } from "./store.ts";

export interface StoreOptions {
  /** `:memory:`, a file, or the URL of a denokv server. */
  at: string;
  clock: Clock;
  /**
   * True for a command that only reads: a file is then opened beside the
   * process that has its folder.
   */
  reads?: boolean;
}

/** Opens a store; throws FolderError where its folder cannot be used. */
export async function openStore(
  { at, clock, reads = false }: StoreOptions,
): Promise<Store> {
  if (at === ":memory:") {
    return new Store(await Deno.openKv(at), clock, null, true, () => {});
  }
  if (/^https?:/.test(at)) {
    const [kv, watched] = await withTimeout(
      "open the store",
      () => Promise.all([Deno.openKv(at), Deno.openKv(at)]),
    );
    return new Store(kv, clock, watched, false, () => {});
  }
  const folder = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : ".";
  const release = reads ? () => {} : await lockFolder(folder);
  try {
    const kv = await Deno.openKv(at);
    const store = new Store(kv, clock, null, !reads, release);
    store.file = at;
    return store;
  } catch (error) {
    release();
    throw error;
  }
}

/** Two stores on one handle, as two processes on one server: for tests. */
export function shareStore(kv: Deno.Kv, clock: Clock): Store {
  return new Store(kv, clock, kv, false, () => {});
}
