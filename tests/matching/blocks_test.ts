import { assert, assertEquals } from "@std/assert";
import { type AccountId, newAccountId, SECOND } from "../../lib/kernel/mod.ts";
import { touchQueueEntry } from "../../lib/matching/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import type { StoredQueueEntry } from "../../lib/matching/queue_entries.ts";
import { WaitingList } from "../../lib/matching/waiting_list.ts";
import { addBlock } from "../../lib/standing/mod.ts";
import type { Store } from "../../lib/store/mod.ts";
import { openStage } from "../helpers/people.ts";
import { settled, turn } from "../helpers/turns.ts";

async function block(
  store: Store,
  blocker: AccountId,
  blocked: AccountId,
): Promise<void> {
  const now = store.clock.now();
  const done = await store.transact(async (write) => {
    await addBlock(store, write, { blocker, blocked, byReport: false, now });
    await touchQueueEntry(store, write, blocker);
  });
  assert(done.ok);
}

Deno.test("M02: two of whom one blocked the other do not meet, and others do", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await block(stage.store, ada.accountId, ben.accountId);
  await ben.find();
  await ada.find();
  await turn();
  await stage.scheduler.pass(60 * SECOND);
  assertEquals([ada.all("matched"), ben.all("matched")], [[], []]);
  const cleo = await stage.enter();
  await cleo.find();
  await cleo.until("matched");
  await settled(
    () => ada.all("matched").length + ben.all("matched").length === 1,
    "one of the two meets her",
  );
});

Deno.test("M02: a block made while a pair is made lets that pair fail", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ada.find();
  const before = await stage.store.get(queueEntries, [ada.accountId]);
  await block(stage.store, ada.accountId, ben.accountId);
  const after = await stage.store.get(queueEntries, [ada.accountId]);
  assert(before!.version !== after!.version, "what a pair checks has changed");
  assertEquals(after!.value, before!.value);
});

Deno.test("a block of somebody who does not wait changes no entry", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await block(stage.store, ada.accountId, ben.accountId);
  assertEquals(await stage.store.get(queueEntries, [ada.accountId]), null);
});

Deno.test("M02: a block is written before its maker begins to wait, or anew after it", async () => {
  await using stage = await openStage();
  const { store } = stage;
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ben.find();
  let tries = 0;
  const pair = { blocker: ada.accountId, blocked: ben.accountId };
  const done = await store.transact(async (write) => {
    const now = stage.clock.now();
    await addBlock(store, write, { ...pair, byReport: false, now });
    await touchQueueEntry(store, write, ada.accountId);
    // Found nowhere a moment ago; the two meet before the block is there.
    if (++tries === 1) {
      await ada.find();
      await Promise.all([ada.until("matched"), ben.until("matched")]);
    }
  });
  assertEquals([done.ok, tries], [true, 2]);
});

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

Deno.test("M02: in 10,000 simulated matches nobody meets whom they blocked", () => {
  const people = Array.from({ length: 60 }, () => newAccountId());
  const random = numbers(20_261_127);
  const pick = () => people[Math.floor(random.next().value! * people.length)];
  const blocked = new Set<string>();
  for (let n = 0; n < 300; n++) {
    const [one, other] = [pick(), pick()];
    if (one !== other) blocked.add([one, other].sort().join());
  }
  const list = new WaitingList();
  let matches = 0;
  for (let now = 1; matches < 10_000; now += 20 * SECOND) {
    list.note(entryOf(pick(), now));
    for (const pair of list.takePairs(now)) {
      list.release([pair]);
      const names = pair.map(({ accountId }) => accountId).sort().join();
      if (blocked.has(names)) {
        // What the matcher finds out when it looks the pair up.
        list.keepApart(pair);
        for (const { stored } of pair) list.note(stored);
        const again = list.takePairs(now);
        list.release(again);
        for (const [one, other] of again) {
          assert([one.accountId, other.accountId].sort().join() !== names);
          for (const { stored } of [one, other]) list.note(stored);
        }
      } else {
        matches++;
      }
    }
  }
  assertEquals(matches, 10_000);
});

function entryOf(accountId: AccountId, now: number): StoredQueueEntry {
  return {
    collection: queueEntries,
    key: [accountId],
    value: {
      accountId,
      instance: "i".repeat(26),
      askedAt: now,
      waitingSince: now,
      call: null,
      lastCall: null,
    },
    version: "1",
  };
}
