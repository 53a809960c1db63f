import { assert, assertEquals } from "@std/assert";
import { calls, newCall } from "../../lib/calls/mod.ts";
import {
  heartbeat,
  ProcessMailbox,
  type ProcessMessage,
  SILENCE,
} from "../../lib/cluster/mod.ts";
import { newAccountId, type Result } from "../../lib/kernel/mod.ts";
import { presencesOf } from "../../lib/matching/mod.ts";
import {
  hasQueueEntry,
  joinQueue,
  type JoinRefusal,
  leaveQueue,
  withdraw,
} from "../../lib/matching/queue_entries.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { admissionOf } from "../helpers/admission.ts";
import { openCluster, type TestCluster } from "../helpers/cluster.ts";
import { MediaBooks } from "../helpers/media.ts";

const ADA = newAccountId();
const BEN = newAccountId();

/** The same queue as two processes see it. */
function queuesOf({ deps, one, other }: TestCluster) {
  const media = new MediaBooks();
  return [{ ...deps, media, self: one }, { ...deps, media, self: other }];
}

async function entryOf({ deps: { store } }: TestCluster, accountId = ADA) {
  return (await store.get(queueEntries, [accountId]))?.value ?? null;
}

/** Puts two who wait into a call, as the matcher does. */
async function pair({ deps: { store }, clock }: TestCluster) {
  const call = newCall(ADA, BEN, clock.now());
  const write = store.write().add(calls, call);
  for (const accountId of [ADA, BEN]) {
    const entry = (await store.get(queueEntries, [accountId]))!;
    write.replace(entry, { ...entry.value, waitingSince: null, call: call.id });
  }
  assert((await write.commit()).ok);
  return call.id;
}

Deno.test("joining says who waits, through which process and since when", async () => {
  using cluster = await openCluster();
  const [here] = queuesOf(cluster);
  const joined = await joinQueue(here, await admissionOf(ADA), "l".repeat(26));
  assertEquals(joined, { ok: true, value: undefined });
  assertEquals(await entryOf(cluster), {
    accountId: ADA,
    instance: cluster.one,
    askedAt: cluster.clock.now(),
    waitingSince: cluster.clock.now(),
    call: null,
    lastCall: "l".repeat(26),
  });
});

Deno.test("joining a second time is refused, by where one stands", async () => {
  using cluster = await openCluster();
  const [here, there] = queuesOf(cluster);
  const ada = await admissionOf(ADA);
  await heartbeat(cluster.deps, cluster.one);
  await joinQueue(here, ada, null);
  await joinQueue(here, await admissionOf(BEN), null);
  assertEquals(await joinQueue(here, ada, null), refused("waiting"));
  assertEquals(await joinQueue(there, ada, null), refused("elsewhere"));
  await pair(cluster);
  assertEquals(await joinQueue(here, ada, null), refused("in_call"));
});

Deno.test("the entry of a process that died is in nobody's way", async () => {
  using cluster = await openCluster();
  const [here, there] = queuesOf(cluster);
  const ada = await admissionOf(ADA);
  await heartbeat(cluster.deps, cluster.one);
  await joinQueue(here, ada, null);
  cluster.clock.pass(SILENCE);
  assert((await joinQueue(there, ada, null)).ok);
  assertEquals((await entryOf(cluster))?.instance, cluster.other);
});

Deno.test("of a hundred joins at once, one is in the queue", async () => {
  using cluster = await openCluster();
  const [here] = queuesOf(cluster);
  const ada = await admissionOf(ADA);
  const joined = await Promise.all(
    Array.from({ length: 100 }, () => joinQueue(here, ada, null)),
  );
  assertEquals(joined.filter(({ ok }) => ok).length, 1);
});

Deno.test("whoever is erased joins nothing", async () => {
  using cluster = await openCluster();
  const [here] = queuesOf(cluster);
  await cluster.deps.store.addTombstone(ADA, cluster.clock.now());
  const joined = await joinQueue(here, await admissionOf(ADA), null);
  assertEquals(joined, refused("erased"));
  assertEquals(await hasQueueEntry(cluster.deps, ADA), false);
});

Deno.test("leaving takes whoever waits out, and is no fault twice", async () => {
  using cluster = await openCluster();
  const [here] = queuesOf(cluster);
  await joinQueue(here, await admissionOf(ADA), null);
  assertEquals(await hasQueueEntry(cluster.deps, ADA), true);
  assertEquals(await leaveQueue(here, ADA), true);
  assertEquals(await hasQueueEntry(cluster.deps, ADA), false);
  assertEquals(await leaveQueue(here, ADA), true);
});

Deno.test("leaving takes nobody out of a call, nor out of another process", async () => {
  using cluster = await openCluster();
  const [here, there] = queuesOf(cluster);
  await joinQueue(here, await admissionOf(ADA), null);
  await joinQueue(here, await admissionOf(BEN), null);
  assertEquals(await leaveQueue(there, ADA), false);
  const call = await pair(cluster);
  assertEquals(await leaveQueue(here, ADA), false);
  assertEquals((await entryOf(cluster))?.call, call);
});

Deno.test("withdrawing ends the wait through whichever process", async () => {
  using cluster = await openCluster();
  const [here, there] = queuesOf(cluster);
  await joinQueue(here, await admissionOf(ADA), null);
  await withdraw(there, mailboxOf(cluster, []), ADA);
  assertEquals(await entryOf(cluster), null);
  await withdraw(there, mailboxOf(cluster, []), ADA);
});

Deno.test("withdrawing ends the call for both, as theirs who withdrew", async () => {
  using cluster = await openCluster();
  const [here] = queuesOf(cluster);
  await joinQueue(here, await admissionOf(ADA), null);
  await joinQueue(here, await admissionOf(BEN), null);
  const callId = await pair(cluster);
  const told: ProcessMessage[] = [];
  await withdraw(here, mailboxOf(cluster, told), ADA);
  assertEquals(told, [
    { kind: "ended", accountId: ADA, callId, ending: "you" },
    { kind: "ended", accountId: BEN, callId, ending: "they" },
  ]);
  assertEquals([await entryOf(cluster), await entryOf(cluster, BEN)], [
    null,
    null,
  ]);
});

function mailboxOf({ deps, clock, one }: TestCluster, told: ProcessMessage[]) {
  return new ProcessMailbox(
    deps.store,
    clock,
    one,
    (message) => told.push(message),
  );
}

function refused(refusal: JoinRefusal): Result<void, JoinRefusal> {
  return { ok: false, refusal };
}

Deno.test("the staff see who is in a call, who waits, and who is neither", async () => {
  using cluster = await openCluster();
  const { store } = cluster.deps;
  const presences = () => presencesOf(store, [ADA, newAccountId(), BEN]);
  const [here] = queuesOf(cluster);
  assertEquals(await presences(), ["away", "away", "away"]);
  for (const accountId of [ADA, BEN]) {
    await joinQueue(here, await admissionOf(accountId), null);
    if (accountId === ADA) {
      assertEquals(await presences(), ["waiting", "away", "away"]);
    }
  }
  await pair(cluster);
  assertEquals(await presences(), ["in_call", "away", "in_call"]);
});
