import { assert, assertEquals } from "@std/assert";
import { calls, newCall } from "../../lib/calls/mod.ts";
import { ProcessMailbox, type ProcessMessage } from "../../lib/cluster/mod.ts";
import { MINUTE, newAccountId } from "../../lib/kernel/mod.ts";
import { finishCall } from "../../lib/matching/finish.ts";
import { reconcile } from "../../lib/matching/reconcile.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { recover } from "../../lib/matching/recover.ts";
import { callUsage } from "../../lib/usage/records.ts";
import { openCluster } from "../helpers/cluster.ts";
import { MediaBooks } from "../helpers/media.ts";
import { settled } from "../helpers/turns.ts";

const [ADA, BEN, CLEO] = [newAccountId(), newAccountId(), newAccountId()];

/** A process on a store, with calls that the matcher might have made. */
async function openProcess() {
  const cluster = await openCluster();
  const { clock, deps: { store }, one: self } = cluster;
  const media = new MediaBooks();
  const deps = { store, clock, media, self };
  const told: ProcessMessage[] = [];
  const mailbox = new ProcessMailbox(
    store,
    clock,
    self,
    (message) => told.push(message),
  );
  const call = async (a = ADA, b = BEN) => {
    const made = newCall(a, b, clock.now());
    await media.openRoom(made.room);
    const write = store.write().add(calls, made);
    for (const accountId of [a, b]) {
      write.create(queueEntries, entry(accountId, made.id));
    }
    assert((await write.commit()).ok);
    return made;
  };
  const entry = (accountId: typeof ADA, callId: string | null) => ({
    accountId,
    instance: self,
    askedAt: clock.now(),
    waitingSince: callId === null ? clock.now() : null,
    call: callId,
    lastCall: null,
  });
  return {
    ...{ clock, store, media, deps, told, mailbox, call, entry },
    finish: (id: string, by: string | null) =>
      finishCall(deps, mailbox, id, by),
    usage: async () =>
      (await store.all(callUsage, { limit: 9 })).items
        .map(({ value: { accountId, ending } }) => [accountId, ending])
        .toSorted(),
    entries: async () =>
      (await store.all(queueEntries, { limit: 9 })).items
        .map(({ value }) => value.accountId),
    [Symbol.dispose]: () => cluster[Symbol.dispose](),
  };
}

Deno.test("an end closes the room, frees both, and tells each whose it was", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  assertEquals(await here.finish(id, ADA), true);
  assertEquals(here.told, [
    { kind: "ended", accountId: ADA, callId: id, ending: "you" },
    { kind: "ended", accountId: BEN, callId: id, ending: "they" },
  ]);
  assertEquals(await here.entries(), []);
  const ends = [[ADA, "you"], [BEN, "they"]].toSorted();
  assertEquals(await here.usage(), ends);
  await settled(() => here.media.open.size === 0, "the room is closed");
});

Deno.test("an end that is nobody's is told to both as interrupted", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  await here.finish(id, null);
  const endings = (await here.usage()).map(([, ending]) => ending);
  assertEquals(endings, ["interrupted", "interrupted"]);
});

Deno.test("a call ends once, however many end it", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  const ends = await Promise.all(
    Array.from({ length: 20 }, (_, n) => here.finish(id, [ADA, BEN][n % 2])),
  );
  assertEquals(ends.filter(Boolean).length, 1);
  assertEquals([here.told.length, (await here.usage()).length], [2, 2]);
  assertEquals(await here.finish(id, ADA), false);
});

Deno.test("a call that never was cannot be ended", async () => {
  using here = await openProcess();
  assertEquals(await here.finish("n".repeat(26), ADA), false);
  assertEquals(here.told, []);
});

Deno.test("a call waits for the erasure of its person to unlink them, and tries no more", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  // Erasure empties the queue first, and unlinks calls later.
  const ada = (await here.store.get(queueEntries, [ADA]))!;
  assert((await here.store.write().remove(ada).commit()).ok);
  await here.store.addTombstone(ADA, here.clock.now());
  assertEquals(await here.finish(id, null), false);
  assertEquals([here.told, await here.usage()], [[], []]);
});

Deno.test("a call whose other side was erased ends for who is left", async () => {
  using here = await openProcess();
  const made = { ...newCall(ADA, BEN, here.clock.now()), a: null };
  const write = here.store.write().add(calls, made)
    .create(queueEntries, here.entry(BEN, made.id));
  assert((await write.commit()).ok);
  assertEquals(await here.finish(made.id, null), true);
  assertEquals(await here.usage(), [[BEN, "interrupted"]]);
  assertEquals(here.told.map(({ accountId }) => accountId), [BEN]);
});

Deno.test("who went on to another call keeps their place in it", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  const ben = (await here.store.get(queueEntries, [BEN]))!;
  const write = here.store.write().replace(ben, here.entry(BEN, null));
  assert((await write.commit()).ok);
  await here.finish(id, ADA);
  assertEquals(await here.entries(), [BEN]);
  assertEquals(here.told.map(({ accountId }) => accountId), [ADA]);
});

Deno.test("a media server that is away keeps no call open", async () => {
  using here = await openProcess();
  const { id } = await here.call();
  here.media.up = false;
  assertEquals(await here.finish(id, ADA), true);
  const open = await here.store.list(calls, "open", { limit: 1 });
  assertEquals(open.items, []);
});

Deno.test("reconciling ends calls without a room once they are a minute old", async () => {
  using here = await openProcess();
  const gone = await here.call();
  const there = await here.call(CLEO, newAccountId());
  here.media.open.delete(gone.room);
  here.clock.pass(MINUTE - 1);
  assertEquals(await reconcile(here.deps, here.mailbox), 0);
  here.clock.pass(2);
  assertEquals(await reconcile(here.deps, here.mailbox), 1);
  assertEquals(here.told.map(({ accountId }) => accountId), [ADA, BEN]);
  assertEquals([...here.media.open], [there.room]);
});

Deno.test("reconciling without the media server ends nothing", async () => {
  using here = await openProcess();
  await here.call();
  here.clock.pass(2 * MINUTE);
  here.media.up = false;
  const failed = await reconcile(here.deps, here.mailbox).then(
    () => null,
    (error) => error.name,
  );
  assertEquals([failed, here.told], ["MediaUnavailable", []]);
});

Deno.test("a call without a room is ended however many have theirs", async () => {
  using here = await openProcess();
  for (let n = 0; n < 230; n++) await here.call(...two());
  here.clock.pass(1);
  const gone = await here.call();
  here.media.open.delete(gone.room);
  here.clock.pass(MINUTE);
  assertEquals(await reconcile(here.deps, here.mailbox), 1);
  assertEquals(here.told.map(({ accountId }) => accountId), [ADA, BEN]);
});

Deno.test("a room whose call is over is closed however many are on", async () => {
  using here = await openProcess();
  for (let n = 0; n < 230; n++) await here.call(...two());
  const over = await here.call();
  here.media.up = false;
  await here.finish(over.id, ADA);
  here.media.up = true;
  assertEquals(here.media.open.size, 231);
  await reconcile(here.deps, here.mailbox);
  assertEquals([here.media.open.size, here.media.open.has(over.room)], [
    230,
    false,
  ]);
});

Deno.test("a room that is younger than its call's record is left open", async () => {
  using here = await openProcess();
  await here.media.openRoom("r".repeat(26));
  assertEquals(await reconcile(here.deps, here.mailbox), 0);
  assertEquals(here.media.open.size, 1);
});

Deno.test("one run ends two hundred calls, and the next goes on", async () => {
  using here = await openProcess();
  for (let n = 0; n < 205; n++) await here.call(...two());
  here.media.open.clear();
  here.clock.pass(MINUTE);
  assertEquals(await reconcile(here.deps, here.mailbox), 200);
  assertEquals(await reconcile(here.deps, here.mailbox), 5);
  assertEquals(await reconcile(here.deps, here.mailbox), 0);
  assertEquals(await here.entries(), []);
});

Deno.test("two who reconcile at once end a call once", async () => {
  using here = await openProcess();
  const { room } = await here.call();
  here.media.open.delete(room);
  here.clock.pass(MINUTE);
  const ended = await Promise.all([
    reconcile(here.deps, here.mailbox),
    reconcile(here.deps, here.mailbox),
  ]);
  assertEquals([ended[0] + ended[1], here.told.length], [1, 2]);
});

Deno.test("recovering leaves no call open and nobody in the queue", async () => {
  using here = await openProcess();
  await here.call();
  const write = here.store.write().create(queueEntries, here.entry(CLEO, null));
  assert((await write.commit()).ok);
  await recover(here.deps, here.mailbox);
  assertEquals(await here.entries(), []);
  const endings = (await here.usage()).map(([, ending]) => ending);
  assertEquals(endings, ["interrupted", "interrupted"]);
});

function two() {
  return [newAccountId(), newAccountId()] as const;
}
