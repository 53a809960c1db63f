import { type Clock, type Millis, SECOND } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { instances } from "./records.ts";

/** What the actions of this room work with. */
export interface ClusterDeps {
  store: Store;
  clock: Clock;
}

/** A process that says nothing for this long counts as gone. */
export const SILENCE: Millis = 6 * SECOND;

/** Says that this process is alive until the next time is due. */
export async function heartbeat(
  { store, clock }: ClusterDeps,
  id: string,
): Promise<void> {
  await store.transactOrThrow("write a heartbeat", async (write) => {
    const known = await store.get(instances, [id]);
    const value = { id, until: clock.now() + SILENCE };
    if (known) write.replace(known, value);
    else write.create(instances, value);
  });
}

/** The processes whose heartbeat is not overdue. */
export async function liveInstances(
  { store, clock }: ClusterDeps,
): Promise<Set<string>> {
  const batch = await store.all(instances, { limit: 500 });
  return new Set(
    batch.items.filter(({ value }) => value.until > clock.now())
      .map(({ value }) => value.id),
  );
}

/** Whether the heartbeat of this process is not overdue. */
export async function isLive(
  { store, clock }: ClusterDeps,
  id: string,
): Promise<boolean> {
  const found = await store.get(instances, [id]);
  return found !== null && found.value.until > clock.now();
}
