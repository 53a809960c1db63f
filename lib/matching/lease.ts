import { type Clock, type Millis, SECOND } from "../kernel/mod.ts";
import type { Store, Stored } from "../store/mod.ts";
import { instances, leases } from "./records.ts";

type Lease = NonNullable<(typeof leases)["types"]>["value"];
export type HeldLease = Stored<Lease, readonly [string]>;

/** A leader that says nothing for this long has lost its lease. */
export const LEASE: Millis = 6 * SECOND;

/**
 * Takes, renews or is denied the lease. Whoever writes as leader checks the
 * answered record in the same write, so that a leader that lost its lease
 * without noticing can write nothing (fencing).
 */
export async function holdLease(
  { store, clock }: { store: Store; clock: Clock },
  name: string,
  owner: string,
): Promise<HeldLease | null> {
  const now = clock.now();
  const lease = await store.get(leases, [name]);
  const next = { name, owner, until: now + LEASE };
  if (lease === null) {
    if (!(await store.write().create(leases, next).commit()).ok) return null;
  } else {
    const free = lease.value.owner === owner || lease.value.until <= now ||
      store.exclusive;
    if (!free) return null;
    if (!(await store.write().replace(lease, next).commit()).ok) return null;
  }
  const held = await store.get(leases, [name]);
  return held?.value.owner === owner ? held : null;
}

/** Who leads now; null when nobody is known to. */
export async function leaderOf(
  { store, clock }: { store: Store; clock: Clock },
  name: string,
): Promise<string | null> {
  const lease = await store.get(leases, [name]);
  return lease && lease.value.until > clock.now() ? lease.value.owner : null;
}

/** Lets go at once, so that the next leader need not wait. */
export async function releaseLease(
  store: Store,
  lease: HeldLease,
): Promise<void> {
  await store.write().remove(lease).commit();
}

/** Says that this process is alive until the next time is due. */
export async function heartbeat(
  { store, clock }: { store: Store; clock: Clock },
  id: string,
): Promise<void> {
  const until = clock.now() + LEASE;
  const known = await store.get(instances, [id]);
  const write = store.write();
  if (known) write.replace(known, { id, until });
  else write.create(instances, { id, until });
  await write.commit();
}

/** The processes whose heartbeat is not overdue. */
export async function liveInstances(
  { store, clock }: { store: Store; clock: Clock },
): Promise<Set<string>> {
  const page = await store.all(instances, { limit: 500 });
  return new Set(
    page.items.filter(({ value }) => value.until > clock.now())
      .map(({ value }) => value.id),
  );
}
