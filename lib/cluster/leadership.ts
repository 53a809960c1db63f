import { type ClusterDeps, heartbeat } from "./instances.ts";
import {
  acquireLease,
  leaderOf,
  releaseLease,
  type StoredLease,
} from "./leases.ts";

/** What one process knows of who leads a job. */
export class Leadership {
  #lease: StoredLease | null = null;
  #leader: string | null = null;

  constructor(
    readonly deps: ClusterDeps,
    readonly name: string,
    /** The id of this process. */
    readonly self: string,
  ) {}

  /** To be checked in the same write by whoever writes as leader. */
  get lease(): StoredLease | null {
    return this.#lease;
  }

  get leading(): boolean {
    return this.#lease !== null;
  }

  /** The process that leads; null while none is known to. */
  get leader(): string | null {
    return this.leading ? this.self : this.#leader;
  }

  /** Takes or renews the lease, or learns who holds it. Answers `leading`. */
  async renew(): Promise<boolean> {
    // Alone on a store nobody asks who is alive.
    if (!this.deps.store.exclusive) await heartbeat(this.deps, this.self);
    this.#lease = await acquireLease(this.deps, this.name, this.self);
    if (!this.leading) this.#leader = await leaderOf(this.deps, this.name);
    return this.leading;
  }

  /** Without the store there is no proof of the lease, so no leading. */
  forget(): void {
    this.#lease = null;
    this.#leader = null;
  }

  /** Lets go at once, so that the next leader need not wait. */
  async release(): Promise<void> {
    const lease = this.#lease;
    this.#lease = null;
    if (lease) await releaseLease(this.deps.store, lease);
  }
}
