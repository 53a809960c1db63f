import {
  AuditLog,
  type Checkpoint,
  type CheckpointDeps,
  type CheckpointLog,
  lineOf,
  makeCheckpoint,
  type NewEntry,
  SigningKeys,
  type Verification,
  verifyLog,
} from "../../../lib/audit/mod.ts";
import { checkpointsIn } from "../../../lib/audit/checkpoint.ts";
import { newAccountId, newId } from "../../../lib/kernel/mod.ts";
import { shareStore, type Store } from "../../../lib/store/mod.ts";
import { TestClock } from "../../helpers/clock.ts";

export const KEY = "bWlsbG8gYXVkaXQga2V5IGZvciB0ZXN0cywgMzIgQiE=";
export const OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRoZSB0ZXN0cywgMzIgYiE=";

/** What lies outside the store, as lines of text. */
export class Lines implements CheckpointLog {
  text = "";

  add(checkpoint: Checkpoint): Promise<void> {
    this.text += `${lineOf(checkpoint)}\n`;
    return Promise.resolve();
  }

  read(): Promise<Checkpoint[]> {
    return Promise.resolve(checkpointsIn(this.text));
  }
}

export interface World {
  kv: Deno.Kv;
  store: Store;
  clock: TestClock;
  log: AuditLog;
  lines: Lines;
  deps: CheckpointDeps;
  /** Adds so many entries, a second apart, every third with a note. */
  grow(count: number): Promise<void>;
  checkpoint(): Promise<Checkpoint>;
  verify(): Promise<Verification>;
}

export async function worldOn(
  kv: Deno.Kv,
  { configured = [KEY] }: { configured?: string[] } = {},
): Promise<World> {
  const clock = new TestClock();
  const store = shareStore(kv, clock);
  const log = new AuditLog({ store, clock });
  const lines = new Lines();
  const signingKeys = await SigningKeys.open({ configured, dataFolder: null });
  const deps = { store, clock, signingKeys, checkpointLog: lines };
  let count = 0;
  return {
    ...{ kv, store, clock, log, lines, deps },
    async grow(more) {
      for (const to = count + more; count < to; count++) {
        clock.pass(1000);
        await log.append(entry(count));
      }
    },
    async checkpoint() {
      return (await makeCheckpoint(deps))!;
    },
    async verify() {
      const outside = await lines.read();
      return await verifyLog({ store, signingKeys, outside, now: clock.now() });
    },
  };
}

export async function withWorld(
  test: (world: World) => Promise<void>,
  options: { configured?: string[] } = {},
): Promise<void> {
  using kv = await Deno.openKv(":memory:");
  await test(await worldOn(kv, options));
}

function entry(n: number): NewEntry {
  return {
    actor: n % 2 === 0 ? { kind: "staff", id: newId() } : { kind: "system" },
    action: "case.note",
    subject: newAccountId(),
    object: `MC-${n}`,
    details: { n },
    ...n % 3 === 0 ? { note: `words ${n}` } : {},
  };
}
