import { assertEquals } from "@std/assert";
import { openStage, Visitor } from "../helpers/people.ts";
import { queueEntries } from "../../lib/matching/mod.ts";

Deno.test("who is shown out of a call leaves it, and the other is told that they left", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ada.find();
  await ben.find();
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  await stage.liveHub.evict(ada.accountId);
  await ben.until("ended");
  assertEquals(ben.all("ended").map(({ by }) => by), ["they"]);
  assertEquals(ada.all("bye").map(({ reason }) => reason), ["signed_out"]);
  assertEquals([ada.closed, ben.closed], [4003, null]);
  for (const { accountId } of [ada, ben]) {
    assertEquals(await stage.store.get(queueEntries, [accountId]), null);
  }
  assertEquals(stage.faults, []);
});

Deno.test("who is shown out of the queue is met by nobody", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ada.find();
  await stage.liveHub.evict(ada.accountId);
  await ben.find();
  assertEquals(await stage.store.get(queueEntries, [ada.accountId]), null);
  assertEquals(ben.all("matched"), []);
  assertEquals(stage.liveHub.size, 1);
});

Deno.test("a queue entry that another process holds goes as well", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await stage.store.write().create(queueEntries, {
    accountId: ada.accountId,
    instance: "z".repeat(26),
    askedAt: stage.clock.now(),
    waitingSince: stage.clock.now(),
    call: null,
    lastCall: null,
  }).commit();
  await stage.liveHub.evict(ada.accountId);
  assertEquals(await stage.store.get(queueEntries, [ada.accountId]), null);
});

Deno.test("ending another session leaves the call of this one alone", async () => {
  await using stage = await openStage();
  const [ada, ben] = [new Visitor(), new Visitor()];
  ada.connection = (await stage.liveHub.enter(ada.accountId, ada, "here"))!;
  await ben.enter(stage.liveHub);
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  await stage.liveHub.evict(ada.accountId, "elsewhere");
  assertEquals([ada.closed, ben.all("ended")], [null, []]);
  await stage.liveHub.evict(ada.accountId, "here");
  assertEquals(ada.closed, 4003);
  await ben.until("ended");
});
