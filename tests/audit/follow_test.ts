import { assertEquals } from "@std/assert";
import {
  AUDIT_CHANNEL,
  AuditLog,
  entriesAfter,
  newestIndex,
} from "../../lib/audit/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { withWorld, type World } from "./helpers/log.ts";

async function append({ log }: World, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await log.append({ actor: { kind: "system" }, action: "audit.verify" });
  }
}

async function indexesAfter({ store }: World, index: number) {
  return (await entriesAfter(store, index)).map((entry) => entry.index);
}

Deno.test("the log is read on from any entry, in order, some at a time", async () => {
  await withWorld(async (world) => {
    assertEquals(await newestIndex(world.store), -1);
    assertEquals(await indexesAfter(world, -1), []);
    await append(world, 13);
    assertEquals(await newestIndex(world.store), 12);
    assertEquals(await indexesAfter(world, -1), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assertEquals(await indexesAfter(world, 9), [10, 11, 12]);
    assertEquals(await indexesAfter(world, 12), []);
    assertEquals(await indexesAfter(world, 99), []);
  });
});

Deno.test("each write with an entry wakes whoever follows, and no other does", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const log = new AuditLog({ store, clock });
  const append = () =>
    log.append({ actor: { kind: "system" }, action: "audit.verify" });
  let woken = 0;
  const stop = store.subscribe(AUDIT_CHANNEL, () => woken++);
  await append();
  await append();
  assertEquals(woken, 2);
  await log.transact(() => {});
  assertEquals(woken, 2);
  stop();
  await append();
  assertEquals(woken, 2);
  await store.close();
});
