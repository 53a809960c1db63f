import type { Millis } from "../kernel/mod.ts";
import type { Store, Stored } from "../store/mod.ts";
import { type ClusterDeps, SILENCE } from "./instances.ts";
import { leases } from "./records.ts";

type Lease = NonNullable<(typeof leases)["types"]>["value"];
export type StoredLease = Stored<Lease, readonly [string]>;

/** A leader that says nothing for this long has lost its lease. */
export const LEASE: Millis = SILENCE;

/**
 * Takes, renews or is denied the lease, which lasts `length` from now. Whoever
 * writes as leader checks the answered record in the same write
 * (`write.unchanged(lease)`), so that a leader that lost its lease without
 * noticing can write nothing (fencing).
 */
export async function acquireLease(
  { store, clock }: ClusterDeps,
  name: string,
  owner: string,
  length: Millis = LEASE,
): Promise<StoredLease | null> {
  const now = clock.now();
  const lease = await store.get(leases, [name]);
  const next = { name, owner, until: now + length };
  const free = lease === null || lease.value.owner === owner ||
    lease.value.until <= now || store.exclusive;
  if (!free) return null;
  const write = store.write();
  if (lease) write.replace(lease, next);
  else write.create(leases, next);
  // Lost to another that reached for it at the same moment: not tried again.
  if (!(await write.commit()).ok) return null;
  const held = await store.get(leases, [name]);
  return held?.value.owner === owner ? held : null;
}

/** Who leads now; null when nobody is known to. */
export async function leaderOf(
  { store, clock }: ClusterDeps,
  name: string,
): Promise<string | null> {
  const lease = await store.get(leases, [name]);
  return lease && lease.value.until > clock.now() ? lease.value.owner : null;
}

/**
 * Lets go at once, so that the next leader need not wait. False when another
 * process holds it by now.
 */
export async function releaseLease(
  store: Store,
  lease: StoredLease,
): Promise<boolean> {
  return (await store.write().remove(lease).commit()).ok;
}
