import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { calls, newCall } from "../../lib/calls/mod.ts";
import { AGAIN_AFTER } from "../../lib/matching/mod.ts";
import { callUsage, visitUsage } from "../../lib/usage/records.ts";
import { chatMessages } from "../../lib/chat/records.ts";
import { LiveHub } from "../../lib/live/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { newAccountId, newId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { admitAll } from "../helpers/admission.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";
import { settled } from "../helpers/turns.ts";
import { openStage, type Stage, Visitor } from "../helpers/people.ts";

async function meeting(stage: Stage): Promise<[Visitor, Visitor]> {
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  return [ada, ben];
}

for (const count of [2, 20, 200, 1000]) {
  Deno.test(`${count} people who ask in one tick are all paired, once`, async () => {
    await using stage = await openStage();
    const crowd = await Promise.all(
      Array.from({ length: count }, () => stage.enter()),
    );
    await Promise.all(crowd.map((visitor) => visitor.find()));
    await settled(
      () => crowd.every((visitor) => visitor.call !== undefined),
      "everybody is in a call",
      30_000,
    );
    const sizes = new Map<string, number>();
    for (const visitor of crowd) {
      assertEquals(visitor.all("matched").length, 1);
      const { call } = visitor.call!;
      sizes.set(call, (sizes.get(call) ?? 0) + 1);
    }
    assertEquals(sizes.size, count / 2);
    assert([...sizes.values()].every((size) => size === 2));
    const identities = crowd.map((visitor) => visitor.call!.identity);
    assertEquals(new Set(identities).size, count);
    assertEquals(stage.media.opened, count / 2);
    assertEquals(crowd.flatMap(({ early }) => early), []);
    assertEquals(stage.faults, []);
  });
}

Deno.test("two who both ask at once are paired, a hundred times over", async () => {
  await using stage = await openStage();
  for (let round = 0; round < 100; round++) {
    const [ada, ben] = await meeting(stage);
    assertEquals(ada.call!.call, ben.call!.call);
    await Promise.all([ada.stop(), ben.stop()]);
    await Promise.all([
      stage.liveHub.exit(ada.connection),
      stage.liveHub.exit(ben.connection),
    ]);
  }
  assertEquals(stage.media.opened, 100);
});

Deno.test("nobody is matched with themselves, however often they ask", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await Promise.all([ada.find(), ada.find(), ada.find()]);
  const again = await new Visitor().enter(stage.liveHub, ada.accountId);
  await again.find();
  assertEquals(stage.media.opened, 0);
  assertEquals(ada.all("bye"), [{ type: "bye", reason: "elsewhere" }]);
  assertEquals(ada.closed, 4001);
});

Deno.test("asking twice makes one queue entry and one call", async () => {
  await using stage = await openStage();
  const [ada, ben, cleo] = await Promise.all([
    stage.enter(),
    stage.enter(),
    stage.enter(),
  ]);
  await Promise.all([ada.find(), ada.find(), ben.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  await ada.find();
  await cleo.find();
  assertEquals(stage.media.opened, 1);
  assertEquals(cleo.call, undefined);
});

Deno.test("a search that is stopped is never matched, also while it is", async () => {
  await using stage = await openStage();
  for (let round = 0; round < 50; round++) {
    const [ada, ben] = [await stage.enter(), await stage.enter()];
    await Promise.all([ada.find(), ben.find(), ada.stop()]);
    await settled(
      async () => {
        const open = await stage.store.list(calls, "open", { limit: 1 });
        return open.items.length === 0;
      },
      "no call is left open behind somebody who stopped",
    );
    const told = ada.told.filter(({ type }) => type !== "welcome");
    assert(told.some(({ type }) => type === "ready"));
    await Promise.all([
      stage.liveHub.exit(ada.connection),
      stage.liveHub.exit(ben.connection),
    ]);
  }
});

Deno.test("Next tells the other and brings the next who waits", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const first = ada.call!.call;
  const cleo = await stage.enter();
  await cleo.find();
  await ada.next();
  await Promise.all([ada.until("matched", 2), cleo.until("matched")]);
  await ben.until("ended");
  assertEquals(ben.all("ended")[0].by, "they");
  assertEquals(ben.all("ended")[0].call, first);
  assertEquals(ada.call!.call, cleo.call!.call);
  assertNotEquals(ada.call!.call, first);
  assertNotEquals(ada.all("matched")[0].identity, ada.call!.identity);
});

Deno.test("both pressing Next at once end one call, once", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const { call } = ada.call!;
  await Promise.all([ada.next(), ben.next()]);
  const usage = await stage.store.all(callUsage, { limit: 10 });
  assertEquals(usage.items.length, 2);
  assertEquals((await stage.store.get(calls, [call]))!.value.openSince, null);
});

Deno.test("two who just met wait for others first, then meet again", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  await Promise.all([ada.next(), ben.next()]);
  assertEquals(stage.media.opened, 1);
  const cleo = await stage.enter();
  await cleo.find();
  await cleo.until("matched");
  assertEquals(stage.media.opened, 2);
  await cleo.stop();
  const [left] = [ada, ben].filter((one) => one.all("matched").length === 2);
  await left.until("ended", 2);
  await left.next();
  stage.clock.pass(AGAIN_AFTER);
  stage.liveHub.matcher.pause(false);
  await Promise.all([ada.until("matched", 2), ben.until("matched", 2)]);
});

Deno.test("a page that closes ends the call for the other", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.clock.pass(65_000);
  await stage.liveHub.exit(ada.connection);
  await ben.until("ended");
  assertEquals(ben.all("ended")[0], {
    type: "ended",
    call: ben.call!.call,
    by: "they",
    seconds: 65,
  });
  await settled(() => stage.media.open.size === 0, "the room is closed");
});

Deno.test("whoever waits and closes the page is not matched as a ghost", async () => {
  await using stage = await openStage();
  const ghost = await stage.enter();
  await ghost.find();
  await stage.liveHub.exit(ghost.connection);
  const [ada, ben] = await meeting(stage);
  assertEquals(ada.call!.call, ben.call!.call);
  assertEquals(stage.media.opened, 1);
});

Deno.test("without media nobody loses their place", async () => {
  await using stage = await openStage();
  stage.media.up = false;
  assertEquals(await stage.liveHub.watch.look(), false);
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  assertEquals(ada.all("welcome")[0].media, false);
  await Promise.all([ada.find(), ben.find()]);
  assertEquals(ada.call, undefined);
  stage.media.up = true;
  await stage.liveHub.watch.look();
  await Promise.all([ada.until("matched"), ben.until("matched")]);
});

Deno.test("media going away ends calls as interrupted", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.media.up = false;
  await stage.liveHub.watch.look();
  for (const visitor of [ada, ben]) {
    await visitor.until("ended");
    assertEquals(visitor.all("ended")[0].by, "interrupted");
    assertEquals(visitor.all("media").at(-1), { type: "media", up: false });
  }
});

Deno.test("a message reaches the room, is kept 15 minutes and not a moment more", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const { call, identity } = ada.call!;
  const say = (text: string, ref = 1) =>
    ada.connection.handle({ v: 1, type: "say", call, ref, text });
  await say("hello");
  assertEquals(ada.all("said").length, 1);
  const [sent] = stage.media.sent;
  assertEquals(sent.topic, "chat");
  const { from, text } = sent.payload as { from: string; text: string };
  assertEquals([from, text], [identity, "hello"]);
  await say("  ", 2);
  await say("x".repeat(501), 3);
  await say("\u200b\u3164", 4);
  await say("👨‍👩‍👧‍👦".repeat(501), 5);
  assertEquals(ada.all("unsaid").map(({ reason }) => reason), [
    "empty",
    "long",
    "empty",
    "long",
  ]);
  stage.clock.pass(15 * 60_000 - 1);
  assertEquals(
    (await stage.store.all(chatMessages, { limit: 9 })).items.length,
    1,
  );
  stage.clock.pass(1);
  assertEquals(
    (await stage.store.all(chatMessages, { limit: 9 })).items.length,
    0,
  );
});

Deno.test("a flood of messages is refused with the wait", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const { call } = ada.call!;
  for (let ref = 0; ref < 12; ref++) {
    await ada.connection.handle({ v: 1, type: "say", call, ref, text: "hi" });
  }
  const refused = ada.all("unsaid");
  assertEquals(refused.length, 4);
  assert(refused.every(({ reason }) => reason === "too_fast"));
  assert(refused[0].waitMs! > 0);
});

Deno.test("nobody speaks into a call that is not theirs", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const eve = await stage.enter();
  const { call } = ada.call!;
  await eve.connection.handle({ v: 1, type: "say", call, ref: 1, text: "hi" });
  assertEquals(eve.all("unsaid")[0].reason, "over");
  await eve.connection.handle({ v: 1, type: "lost", call });
  await eve.connection.handle({ v: 1, type: "next", call });
  assertEquals(ada.all("ended"), []);
  assertEquals(stage.media.sent, []);
});

Deno.test("a call leaves one usage record each, and a visit one an hour", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.clock.pass(90_400);
  await ada.stop();
  await ben.until("ended");
  const usage = (await stage.store.all(callUsage, { limit: 9 })).items;
  const of = (visitor: Visitor) =>
    usage.find(({ value }) => value.accountId === visitor.accountId)!.value;
  assertEquals([of(ada).seconds, of(ada).ending], [90, "you"]);
  assertEquals([of(ben).seconds, of(ben).ending], [90, "they"]);
  assertEquals(of(ada).hour % 3_600_000, 0);
  assertEquals(Object.keys(of(ada)).sort(), [
    "accountId",
    "ending",
    "hour",
    "id",
    "seconds",
  ]);
  await new Visitor().enter(stage.liveHub, ada.accountId);
  assertEquals(
    (await stage.store.all(visitUsage, { limit: 9 })).items.length,
    2,
  );
});

Deno.test("a stop tells everybody and leaves nothing open", async () => {
  const stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const cleo = await stage.enter();
  await cleo.find();
  await stage.liveHub.stop();
  for (const visitor of [ada, ben, cleo]) {
    assertEquals(visitor.all("bye"), [{ type: "bye", reason: "restart" }]);
    assertEquals(visitor.all("ended"), [], "nobody hears that the other left");
    assertEquals(visitor.closed, 1012);
  }
  const open = await stage.store.list(calls, "open", { limit: 1 });
  assertEquals(open.items, []);
  await stage.store.close();
});

Deno.test("nothing that one is told names the other, or oneself", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const { call } = ada.call!;
  await ada.connection.handle({ v: 1, type: "say", call, ref: 1, text: "hi" });
  await ben.connection.handle({ v: 1, type: "here", call });
  await ada.stop();
  await ben.until("ended");
  const told = JSON.stringify([ada.told, ben.told, stage.media.sent]);
  for (const accountId of [ada.accountId, ben.accountId]) {
    assertEquals(told.includes(accountId), false);
  }
});

Deno.test("a match with somebody whose socket is gone ends at once", async () => {
  await using stage = await openStage();
  const ghost = new Visitor();
  const { clock, store, liveHub } = stage;
  await store.write().create(queueEntries, {
    accountId: ghost.accountId,
    instance: liveHub.deps.self,
    askedAt: clock.now(),
    waitingSince: clock.now(),
    call: null,
    lastCall: null,
  }).commit();
  await liveHub.matcher.arrived(ghost.accountId);
  const ada = await stage.enter();
  await ada.find();
  await ada.until("ended");
  assertEquals(ada.all("ended")[0].by, "they");
});

Deno.test("who never comes into the room is not waited for", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const { call } = ada.call!;
  await ada.connection.handle({ v: 1, type: "here", call });
  await stage.scheduler.pass(19_999);
  assertEquals(ada.all("ended"), []);
  await stage.scheduler.pass(1);
  await ada.until("ended");
  assertEquals(ada.all("ended")[0].by, "interrupted");
});

Deno.test("who comes into the room late reads what was written before", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const { call, identity } = ada.call!;
  for (const [ref, text] of ["one", "two"].entries()) {
    await ada.connection.handle({ v: 1, type: "say", call, ref, text });
    stage.clock.pass(1);
  }
  await ben.connection.handle({ v: 1, type: "here", call });
  const [{ messages }] = ben.all("messages");
  assertEquals(messages.map(({ text }) => text), ["one", "two"]);
  assertEquals(new Set(messages.map(({ from }) => from)), new Set([identity]));
  const eve = await stage.enter();
  await eve.connection.handle({ v: 1, type: "here", call });
  assertEquals(eve.all("messages"), []);
});

Deno.test("a room that the media server ended ends its call", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const [room] = [...stage.media.open];
  await stage.liveHub.queue.roomFinished(room);
  await ada.until("ended");
  assertEquals(ada.all("ended")[0].by, "interrupted");
});

Deno.test("reconciling ends calls without a room, and rooms without a call", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  const [room] = [...stage.media.open];
  stage.media.open.delete(room);
  assertEquals(
    await stage.liveHub.queue.reconcile(),
    0,
    "it may not be listed yet",
  );
  stage.clock.pass(61_000);
  assertEquals(await stage.liveHub.queue.reconcile(), 1);
  await Promise.all([ada.until("ended"), ben.until("ended")]);
  stage.media.open.add(room).add("somebody else's room");
  await stage.liveHub.queue.reconcile();
  assertEquals([...stage.media.open], ["somebody else's room"]);
});

Deno.test("what a process that died left open ends when its store opens again", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const [ada, ben, cleo] = [1, 2, 3].map(newAccountId);
  const call = newCall(ada, ben, clock.now());
  const write = store.write().add(calls, call);
  for (const accountId of [ada, ben, cleo]) {
    write.create(queueEntries, {
      accountId,
      instance: newId(),
      askedAt: clock.now(),
      waitingSince: accountId === cleo ? clock.now() : null,
      call: accountId === cleo ? null : call.id,
      lastCall: null,
    });
  }
  assert((await write.commit()).ok);
  const media = new MediaBooks();
  const scheduler = new TestScheduler(clock);
  const liveHub = new LiveHub({
    ...{ store, clock, scheduler, media, admit: admitAll },
    onError: () => {},
  });
  await liveHub.start();
  const open = await store.list(calls, "open", { limit: 9 });
  assertEquals(open.items, []);
  assertEquals((await store.all(queueEntries, { limit: 9 })).items, []);
  const usage = await store.all(callUsage, { limit: 9 });
  assertEquals(
    usage.items.map(({ value }) => value.ending),
    ["interrupted", "interrupted"],
  );
  await liveHub.stop();
  await store.close();
});
