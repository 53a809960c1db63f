import { AuditLog } from "../../lib/audit/mod.ts";
import { ChangeFeed, type Following } from "../../lib/changes/mod.ts";
import type { StreamEvent, StreamPort } from "../../lib/changes/mod.ts";
import { EvidenceKeys, type SafetyDeps } from "../../lib/safety/mod.ts";
import { findStaff, type Role, type Staff } from "../../lib/staff/mod.ts";
import { KeyedDigests } from "../../lib/standing/mod.ts";
import { shareStore, type Store } from "../../lib/store/mod.ts";
import { TestClock, TestScheduler } from "./clock.ts";
import { addStaff } from "./staff.ts";

/** A process as far as its feed can tell. */
export interface TestProcess {
  deps: SafetyDeps & { clock: TestClock };
  feed: ChangeFeed;
}

export interface TestFeeds {
  clock: TestClock;
  scheduler: TestScheduler;
  processes: TestProcess[];
  faults: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Processes on one store, each with a feed. */
export async function openFeeds(count: number): Promise<TestFeeds> {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const faults: string[] = [];
  const processes = Array.from(
    { length: count },
    () => processOn(shareStore(kv, clock), clock, scheduler, faults),
  );
  return {
    ...{ clock, scheduler, processes, faults },
    async [Symbol.asyncDispose]() {
      for (const { feed } of processes) await feed.stop();
      for (const { deps } of processes) await deps.store.close().catch(noted);
    },
  };
}

/** A process on a store. */
export function processOn(
  store: Store,
  clock: TestClock,
  scheduler: TestScheduler,
  faults: string[] = [],
): TestProcess {
  const keys = { store, clock, configured: null, dataFolder: null };
  return {
    deps: {
      ...{ store, clock },
      auditLog: new AuditLog({ store, clock }),
      evidenceKeys: new EvidenceKeys(keys),
      digests: new KeyedDigests(keys),
    },
    feed: new ChangeFeed({
      ...{ store, clock, scheduler },
      onError: (what) => faults.push(what),
    }),
  };
}

/** They share a handle, which the first of them has closed. */
function noted(): void {}

/** A browser that keeps what it is told. */
export class TestPage implements StreamPort {
  readonly told: StreamEvent[] = [];
  isShut = false;
  /** Set where it reads nothing any more. */
  isFull = false;

  send(event: StreamEvent): boolean {
    if (this.isShut || this.isFull) return false;
    this.told.push(event);
    return true;
  }

  close(): void {
    this.isShut = true;
  }

  all<T extends StreamEvent["type"]>(type: T) {
    return this.told.filter((one): one is Extract<StreamEvent, { type: T }> =>
      one.type === type
    );
  }

  /** The numbers of the cases that it was told of, with what was done. */
  get changes(): string[] {
    return this.all("change")
      .map(({ data: { number, kind } }) => `${number} ${kind}`);
  }

  get bye(): string | null {
    return this.all("bye")[0]?.data.reason ?? null;
  }
}

/** Somebody of the staff, as a session of theirs makes them. */
export async function staffWith(
  { deps }: TestProcess,
  roles: readonly Role[],
): Promise<Staff> {
  const { token } = await addStaff(deps, roles);
  return (await findStaff(deps.store, token, deps.clock.now()))!;
}

/** Opens a page of somebody; throws where the process is full. */
export async function follow(
  process: TestProcess,
  staff: Staff,
  asked: Partial<Following> = {},
): Promise<TestPage & { leave(): void }> {
  const port = new TestPage();
  const followed = await process.feed.follow({
    ...{ staff, port, since: null, person: null },
    ...asked,
  });
  if (!followed.ok) throw new Error(`Cannot follow: ${followed.refusal}`);
  return Object.assign(port, { leave: () => followed.value.leave() });
}
