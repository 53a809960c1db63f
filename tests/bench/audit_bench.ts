/**
 * What an entry costs on top of the write that it stands for, and how long a
 * log of a million entries takes to be signed, verified and proven from.
 */
import {
  AuditLog,
  type Checkpoint,
  makeCheckpoint,
  openCheckpointLog,
  proveConsistency,
  proveInclusion,
  SigningKeys,
  verifyLog,
} from "../../lib/audit/mod.ts";
import { type Before, entryAfter, NO_ENTRY } from "../../lib/audit/entry.ts";
import { auditEntries, ENTRY_DAYS } from "../../lib/audit/records.ts";
import { DAY, newAccountId, newId, systemClock } from "../../lib/kernel/mod.ts";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { openStore, type Store, type Write } from "../../lib/store/mod.ts";
import { tickets } from "../../lib/support/records.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { denokvForTests } from "../store/helpers/denokv.ts";
import { median, shown } from "./helpers/figures.ts";

/** The requirements, in milliseconds. */
const MAX_ON_TOP = 1;
const MAX_VERIFY = 60_000;

const ENTRIES = 1_000_000;
const ROUNDS = 20;
const CALLS = 50;

const DECISION = {
  actor: { kind: "staff", id: newId() },
  action: "case.decide",
  object: "MC-7K3F-Q2ZD",
  details: { rule: "harm", measures: "warn.suspend", points: 7 },
} as const;

let fine = true;

/** As many records as a decision writes; add asks for no check. */
const RECORDS = 6;

function addRecords(write: Write): void {
  const now = systemClock.now();
  const accountId = newAccountId();
  for (let n = 0; n < RECORDS; n++) {
    write.add(tickets, {
      number: newId().slice(0, 9),
      accountId,
      address: null,
      about: "other",
      locale: "en",
      state: "open",
      openedAt: now,
      changedAt: now,
    });
  }
}

/** The same write with and without its entry, by turns. */
async function benchAppend(where: string, store: Store): Promise<void> {
  const log = new AuditLog({ store, clock: systemClock });
  const time = async (call: () => Promise<unknown>) => {
    const start = performance.now();
    for (let n = 0; n < CALLS; n++) await call();
    return (performance.now() - start) / CALLS;
  };
  const bare = () => store.transact(addRecords);
  const audited = () =>
    log.transact((write, audit) => {
      addRecords(write);
      audit({ ...DECISION, subject: newAccountId() });
    });
  await time(bare);
  await time(audited);
  const pairs: [number, number][] = [];
  for (let n = 0; n < ROUNDS; n++) {
    pairs.push([await time(bare), await time(audited)]);
  }
  const onTop = median(pairs.map(([bare, audited]) => audited - bare));
  fine &&= onTop < MAX_ON_TOP;
  console.log(
    `${where}: a write ${shown(median(pairs.map(([one]) => one)))} ms, ` +
      `with its entry ${shown(median(pairs.map(([, one]) => one)))} ms, ` +
      `on top ${shown(onTop)} ms`,
  );
}

/** Entries as the log writes them, many in one atomic and without lists. */
async function fill(store: Store, count: number): Promise<void> {
  const { kv } = store[KV_CLIENT];
  const last = await store.all(auditEntries, { limit: 1, reverse: true });
  let before: Before = last.items[0]?.value ?? NO_ENTRY;
  while (before.index + 1 < count) {
    const atomic = kv.atomic();
    for (let n = 0; n < 500 && before.index + 1 < count; n++) {
      const added = { ...DECISION, subject: newAccountId() };
      const { entry } = entryAfter(before, added, systemClock.now());
      const x = entry.at + ENTRY_DAYS * DAY;
      atomic.set(["r", auditEntries.name, entry.index], { v: entry, x });
      before = entry;
    }
    await atomic.commit();
  }
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const done = await work();
  console.log(`${what}: ${shown(performance.now() - start)} ms`);
  return done;
}

async function benchMillion(folder: string, store: Store): Promise<void> {
  const deps = {
    store,
    clock: systemClock,
    signingKeys: await SigningKeys.open({ configured: [], dataFolder: folder }),
    checkpointLog: openCheckpointLog(folder),
  };
  await fill(store, ENTRIES / 2);
  const older = (await makeCheckpoint(deps))!;
  await fill(store, ENTRIES);
  const newer: Checkpoint = (await timed(
    `take ${ENTRIES / 2} entries into the tree and sign`,
    () => makeCheckpoint(deps),
  ))!;
  await timed(
    "prove that an entry is in it",
    () => proveInclusion(store, ENTRIES / 8, newer),
  );
  await timed(
    "prove that it only grew",
    () => proveConsistency(store, older, newer),
  );
  const found = await timed(`verify ${ENTRIES} entries`, async () =>
    verifyLog({
      ...deps,
      outside: await deps.checkpointLog.read(),
      now: systemClock.now(),
    }));
  if (found.fault) throw new Error(`Cannot be: ${JSON.stringify(found)}`);
  fine &&= found.size === ENTRIES && found.took < MAX_VERIFY;
  const memory = Deno.memoryUsage().rss / 2 ** 20;
  console.log(`memory of the process by then: ${shown(memory)} MiB`);
}

await withFolder(async (folder) => {
  const store = await openStore({
    at: `${folder}/millo.kv`,
    clock: systemClock,
  });
  await benchAppend("a file, empty log", store);
  await store.close();
});
await withFolder(async (folder) => {
  const store = await openStore({
    at: `${folder}/millo.kv`,
    clock: systemClock,
  });
  await benchMillion(folder, store);
  await benchAppend(`a file, ${ENTRIES} entries`, store);
  await store.close();
});
await withFolder(async (folder) => {
  const server = await denokvForTests(folder);
  const store = await openStore({ at: server.url, clock: systemClock });
  await benchAppend("denokv", store);
  await store.close();
  await server.stop();
});
console.log(fine ? "All as it should be" : "Cannot pass: too slow");
Deno.exit(fine ? 0 : 1);
