import { assert, assertEquals } from "@std/assert";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import {
  addBlock,
  findBlocked,
  listBlocks,
  nameBlock,
  unblock,
} from "../../lib/standing/mod.ts";
import type { Store } from "../../lib/store/mod.ts";
import { onEveryBackend } from "../store/helpers/backends.ts";

async function block(
  store: Store,
  blocker: AccountId,
  blocked: AccountId,
  byReport = false,
): Promise<void> {
  const now = store.clock.now();
  const done = await store.transact((write) =>
    addBlock(store, write, { blocker, blocked, byReport, now })
  );
  assert(done.ok);
}

onEveryBackend("a block holds for both, whoever made it", async ({ store }) => {
  const [ada, ben, cleo] = [newAccountId(), newAccountId(), newAccountId()];
  await block(store, ada, ben);
  const pairs = [[ada, ben], [ben, ada], [ada, cleo], [cleo, ben]] as const;
  assertEquals(await findBlocked(store, pairs), [true, true, false, false]);
  assertEquals((await listBlocks(store, ada)).length, 1);
  assertEquals(await listBlocks(store, ben), []);
});

onEveryBackend("many pairs are looked up at once", async ({ store }) => {
  const people = Array.from({ length: 24 }, () => newAccountId());
  const pairs = people.slice(1).map((other) => [people[0], other] as const);
  const blocked = pairs.map((_, n) => n % 3 === 0);
  for (const [n, [a, b]] of pairs.entries()) {
    if (blocked[n]) {
      await (n % 2 === 0 ? block(store, a, b) : block(store, b, a));
    }
  }
  assertEquals(await findBlocked(store, pairs), blocked);
  assertEquals(await findBlocked(store, []), []);
});

Deno.test("each takes back their own block, and none that came with a report", async () => {
  using kv = await Deno.openKv(":memory:");
  const { shareStore } = await import("../../lib/store/mod.ts");
  const { TestClock } = await import("../helpers/clock.ts");
  const store = shareStore(kv, new TestClock());
  const [ada, ben] = [newAccountId(), newAccountId()];
  await block(store, ada, ben);
  await block(store, ben, ada, true);
  assertEquals(await unblock(store, [ada, ben]), true);
  assertEquals(await unblock(store, [ada, ben]), false);
  assertEquals(await findBlocked(store, [[ada, ben]]), [true]);
  assertEquals(await unblock(store, [ben, ada]), false);
  assertEquals(await findBlocked(store, [[ada, ben]]), [true]);
});

Deno.test("a report makes an earlier block last, and keeps its nickname", async () => {
  using kv = await Deno.openKv(":memory:");
  const { shareStore } = await import("../../lib/store/mod.ts");
  const { TestClock } = await import("../helpers/clock.ts");
  const store = shareStore(kv, new TestClock());
  const [ada, ben] = [newAccountId(), newAccountId()];
  await block(store, ada, ben);
  assert(await nameBlock(store, [ada, ben], "the drummer"));
  await block(store, ada, ben, true);
  await block(store, ada, ben);
  const [{ byReport, nickname }] = await listBlocks(store, ada);
  assertEquals([byReport, nickname], [true, "the drummer"]);
  assertEquals(await nameBlock(store, [ben, ada], "x"), false);
});
