import { assert, assertEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/mod.ts";
import { callUsage } from "../../lib/usage/records.ts";
import { openStage, type Stage, Visitor } from "../helpers/people.ts";
import { settled, turn } from "../helpers/turns.ts";

async function meeting(stage: Stage): Promise<[Visitor, Visitor]> {
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  return [ada, ben];
}

async function openCalls({ store }: Stage): Promise<string[]> {
  const page = await store.list(calls, "open", { limit: 99 });
  return page.items.map(({ value }) => value.id);
}

async function entries({ store }: Stage): Promise<string[]> {
  const page = await store.all(queueEntries, { limit: 99 });
  return page.items.map(({ value }) => value.accountId);
}

Deno.test("ten windows of one person at once leave the last alone", async () => {
  await using stage = await openStage();
  const accountId = newAccountId();
  const windows = Array.from({ length: 10 }, () => new Visitor());
  await Promise.all(
    windows.map((window) => window.enter(stage.liveHub, accountId)),
  );
  assertEquals(stage.liveHub.size, 1);
  assertEquals(windows.map(({ closed }) => closed), [
    ...Array(9).fill(4001),
    null,
  ]);
  await windows[9].find();
  assertEquals(stage.liveHub.matcher.waiting, 1);
  // What an earlier one still asks for is not asked for the person.
  await windows[3].find();
  assertEquals(windows[3].all("searching"), []);
});

Deno.test("a second window ends the call of the first, and its own search is heard", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const again = await new Visitor().enter(stage.liveHub, ada.accountId);
  await ben.until("ended");
  assertEquals(ben.all("ended")[0].by, "they");
  await again.find();
  const cleo = await stage.enter();
  await cleo.find();
  await Promise.all([again.until("matched"), cleo.until("matched")]);
  await stage.liveHub.exit(ada.connection);
  const { call } = again.call!;
  assertEquals(await openCalls(stage), [call], "the late close ends nothing");
  const ended = [again, cleo].flatMap((one) => one.all("ended"));
  assertEquals(ended.filter((one) => one.call === call), []);
});

Deno.test("a close that comes twice leaves once", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  await Promise.all([
    stage.liveHub.exit(ada.connection),
    stage.liveHub.exit(ada.connection),
  ]);
  await ben.until("ended");
  assertEquals(ben.all("ended").length, 1);
  const usage = await stage.store.all(callUsage, { limit: 9 });
  assertEquals(usage.items.length, 2);
});

Deno.test("what a person asks is answered in the order of asking", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await Promise.all([ada.find(), ada.stop(), ada.find(), ada.stop()]);
  assertEquals(ada.told.map(({ type }) => type), [
    "welcome",
    "searching",
    "ready",
    "searching",
    "ready",
  ]);
  assertEquals(await entries(stage), []);
});

Deno.test("everybody leaving at once, some twice, leaves nothing", async () => {
  await using stage = await openStage();
  const crowd = await Promise.all(
    Array.from({ length: 30 }, () => stage.enter()),
  );
  await Promise.all(crowd.map((one) => one.find()));
  await settled(
    () => crowd.every(({ call }) => call !== undefined),
    "all are in calls",
  );
  await Promise.all(crowd.flatMap((one, n) => [
    stage.liveHub.exit(one.connection),
    n % 3 === 0 ? one.next() : one.stop(),
    n % 5 === 0 ? stage.liveHub.exit(one.connection) : turn(),
  ]));
  assertEquals([await openCalls(stage), await entries(stage)], [[], []]);
  assertEquals([stage.liveHub.size, stage.faults], [0, []]);
  await settled(() => stage.media.open.size === 0, "no room stays");
});

Deno.test("media that go and come within a call end it once, and let all search on", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  for (const up of [false, true, false, true]) {
    stage.media.up = up;
    await stage.liveHub.watch.look();
  }
  await Promise.all([ada.until("ended"), ben.until("ended")]);
  await turn();
  assertEquals([ada.all("ended").length, ben.all("ended").length], [1, 1]);
  const cleo = await stage.enter();
  await Promise.all([ada.find(), cleo.find()]);
  await Promise.all([ada.until("matched", 2), cleo.until("matched")]);
});

Deno.test("who says that the media are gone has the server look, and the call ended", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.media.up = false;
  const { call } = ada.call!;
  await ada.connection.handle({ v: 1, type: "lost", call });
  await Promise.all([ada.until("ended"), ben.until("ended")]);
  await settled(() => ada.all("media").length > 0, "the change is told");
  assertEquals(ada.all("media"), [{ type: "media", up: false }]);
  assertEquals(stage.liveHub.watch.up, false);
});

Deno.test("a stop in the middle of a crowd's search leaves nobody in the store", async () => {
  for (let round = 0; round < 12; round++) {
    const stage = await openStage();
    const crowd = await Promise.all(
      Array.from({ length: 20 }, () => stage.enter()),
    );
    const searching = crowd.map((one) => one.find());
    // Each time at another moment of theirs.
    for (let n = 0; n < round; n++) await turn();
    await stage.liveHub.stop();
    assertEquals([await openCalls(stage), await entries(stage)], [[], []]);
    await Promise.all(searching);
    assert(crowd.every(({ closed }) => closed === 1012));
    assertEquals([stage.scheduler.size, stage.faults], [0, []]);
    await stage.store.close();
  }
});

Deno.test("a person shown out while they come in again is out", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await ada.find();
  const again = new Visitor();
  await Promise.all([
    again.enter(stage.liveHub, ada.accountId),
    stage.liveHub.evict(ada.accountId),
  ]);
  assertEquals([ada.closed, again.closed], [4001, 4003]);
  assertEquals([stage.liveHub.size, await entries(stage)], [0, []]);
});

Deno.test("showing out somebody who is not here is no fault", async () => {
  await using stage = await openStage();
  await stage.liveHub.evict(newAccountId());
  await stage.liveHub.evict(newAccountId(), "a session");
  assertEquals(stage.faults, []);
});

Deno.test("a fault in putting one back keeps nobody else from it", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  stage.liveHub.matcher.pause(true);
  await Promise.all([ada.find(), ben.find()]);
  for (const { accountId } of [ada, ben]) {
    const entry = (await stage.store.get(queueEntries, [accountId]))!;
    assert((await stage.store.write().remove(entry).commit()).ok);
  }
  const get = stage.store.get;
  let failing = true;
  stage.store.get = ((...given: Parameters<typeof get>) => {
    if (failing) {
      failing = false;
      return Promise.reject(new Error("Cannot read"));
    }
    return get.apply(stage.store, given);
  }) as typeof get;
  await stage.liveHub.rejoin();
  stage.store.get = get;
  assertEquals(await entries(stage), [ben.accountId]);
  assertEquals(ada.all("fault").map(({ reason }) => reason), ["unavailable"]);
  await stage.liveHub.rejoin();
  const back = [ada.accountId, ben.accountId].toSorted();
  assertEquals((await entries(stage)).toSorted(), back);
});
