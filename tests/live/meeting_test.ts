import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import { AGAIN_AFTER } from "../../lib/matching/mod.ts";
import { callUsage, visitUsage } from "../../lib/usage/records.ts";
import { chatLines } from "../../lib/chat/records.ts";
import { eventually } from "../support/processes.ts";
import { openStage, type Stage, Visitor } from "../support/people.ts";

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
    await eventually(
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
      stage.floor.exit(ada.person),
      stage.floor.exit(ben.person),
    ]);
  }
  assertEquals(stage.media.opened, 100);
});

Deno.test("nobody is matched with themselves, however often they ask", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await Promise.all([ada.find(), ada.find(), ada.find()]);
  const again = await new Visitor().enter(stage.floor, ada.account);
  await again.find();
  assertEquals(stage.media.opened, 0);
  assertEquals(ada.all("bye"), [{ type: "bye", reason: "elsewhere" }]);
  assertEquals(ada.closed, 4001);
});

Deno.test("asking twice makes one ticket and one call", async () => {
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
    await eventually(
      async () => {
        const open = await stage.store.list(calls, "open", { limit: 1 });
        return open.items.length === 0;
      },
      "no call is left open behind somebody who stopped",
    );
    const told = ada.told.filter(({ type }) => type !== "welcome");
    assert(told.some(({ type }) => type === "ready"));
    await Promise.all([
      stage.floor.exit(ada.person),
      stage.floor.exit(ben.person),
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
  stage.floor.matcher.pause(false);
  await Promise.all([ada.until("matched", 2), ben.until("matched", 2)]);
});

Deno.test("a page that closes ends the call for the other", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.clock.pass(65_000);
  await stage.floor.exit(ada.person);
  await ben.until("ended");
  assertEquals(ben.all("ended")[0], {
    type: "ended",
    call: ben.call!.call,
    by: "they",
    seconds: 65,
  });
  await eventually(() => stage.media.open.size === 0, "the room is closed");
});

Deno.test("whoever waits and closes the page is not matched as a ghost", async () => {
  await using stage = await openStage();
  const ghost = await stage.enter();
  await ghost.find();
  await stage.floor.exit(ghost.person);
  const [ada, ben] = await meeting(stage);
  assertEquals(ada.call!.call, ben.call!.call);
  assertEquals(stage.media.opened, 1);
});

Deno.test("without media nobody loses their place", async () => {
  await using stage = await openStage();
  stage.media.up = false;
  assertEquals(await stage.floor.watch.look(), false);
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  assertEquals(ada.all("welcome")[0].media, false);
  await Promise.all([ada.find(), ben.find()]);
  assertEquals(ada.call, undefined);
  stage.media.up = true;
  await stage.floor.watch.look();
  await Promise.all([ada.until("matched"), ben.until("matched")]);
});

Deno.test("media going away ends calls as interrupted", async () => {
  await using stage = await openStage();
  const [ada, ben] = await meeting(stage);
  stage.media.up = false;
  await stage.floor.watch.look();
  for (const visitor of [ada, ben]) {
    await visitor.until("ended");
    assertEquals(visitor.all("ended")[0].by, "interrupted");
    assertEquals(visitor.all("media").at(-1), { type: "media", up: false });
  }
});

Deno.test("a line reaches the room, is kept 15 minutes and not a moment more", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const { call, identity } = ada.call!;
  const say = (text: string, ref = 1) =>
    ada.person.handle({ v: 1, type: "say", call, ref, text });
  await say("hello");
  assertEquals(ada.all("said").length, 1);
  const [sent] = stage.media.sent;
  assertEquals(sent.topic, "line");
  const { from, text } = sent.payload as { from: string; text: string };
  assertEquals([from, text], [identity, "hello"]);
  await say("  ", 2);
  await say("x".repeat(501), 3);
  assertEquals(ada.all("unsaid").map(({ reason }) => reason), [
    "empty",
    "long",
  ]);
  stage.clock.pass(15 * 60_000 - 1);
  assertEquals(
    (await stage.store.all(chatLines, { limit: 9 })).items.length,
    1,
  );
  stage.clock.pass(1);
  assertEquals(
    (await stage.store.all(chatLines, { limit: 9 })).items.length,
    0,
  );
});

Deno.test("a flood of lines is refused with the wait", async () => {
  await using stage = await openStage();
  const [ada] = await meeting(stage);
  const { call } = ada.call!;
  for (let ref = 0; ref < 12; ref++) {
    await ada.person.handle({ v: 1, type: "say", call, ref, text: "hi" });
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
  await eve.person.handle({ v: 1, type: "say", call, ref: 1, text: "hi" });
  assertEquals(eve.all("unsaid")[0].reason, "over");
  await eve.person.handle({ v: 1, type: "lost", call });
  await eve.person.handle({ v: 1, type: "next", call });
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
    usage.find(({ value }) => value.account === visitor.account)!.value;
  assertEquals([of(ada).seconds, of(ada).ending], [90, "you"]);
  assertEquals([of(ben).seconds, of(ben).ending], [90, "they"]);
  assertEquals(of(ada).hour % 3_600_000, 0);
  assertEquals(Object.keys(of(ada)).sort(), [
    "account",
    "ending",
    "hour",
    "id",
    "seconds",
  ]);
  await new Visitor().enter(stage.floor, ada.account);
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
  await stage.floor.stop();
  for (const visitor of [ada, ben, cleo]) {
    assertEquals(visitor.all("bye"), [{ type: "bye", reason: "restart" }]);
    assertEquals(visitor.closed, 1012);
  }
  const open = await stage.store.list(calls, "open", { limit: 1 });
  assertEquals(open.items, []);
  await stage.store.close();
});
