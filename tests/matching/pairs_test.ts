import { assert, assertEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import { acquireLease, LEASE, ProcessMailbox } from "../../lib/cluster/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { makePairs } from "../../lib/matching/pairs.ts";
import { joinQueue } from "../../lib/matching/queue_entries.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { admissionOf } from "../helpers/admission.ts";
import { openCluster } from "../helpers/cluster.ts";
import { MediaBooks } from "../helpers/media.ts";

Deno.test("a leader that lost its lease without noticing makes no pair", async () => {
  using cluster = await openCluster();
  const { clock, deps: { store } } = cluster;
  const media = new MediaBooks();
  const one = { store, clock, media, self: cluster.one };
  const stale = (await acquireLease(one, "x", one.self))!;
  const seekers = [];
  for (const accountId of [newAccountId(), newAccountId()]) {
    const joined = await joinQueue(one, await admissionOf(accountId), null);
    assert(joined.ok);
    const stored = (await store.get(queueEntries, [accountId]))!;
    seekers.push({ ...stored.value, waitingSince: clock.now(), stored });
  }
  clock.pass(LEASE);
  const lease = (await acquireLease(one, "x", cluster.other))!;
  const told: unknown[] = [];
  const mailbox = new ProcessMailbox(
    store,
    clock,
    one.self,
    (message) => told.push(message),
  );
  const pair = [seekers[0], seekers[1]] as const;
  const back = await makePairs(one, mailbox, () => stale, [pair]);
  assertEquals(back.length, 2);
  assertEquals([told, [...media.open]], [[], []]);
  assertEquals((await store.all(calls, { limit: 9 })).items, []);
  assertEquals(await makePairs(one, mailbox, () => lease, [pair]), []);
  assertEquals(told.length, 2);
});
