import { assert, assertEquals } from "@std/assert";
import { type Call, calls, newCall } from "../../lib/calls/mod.ts";
import { MINUTE, newAccountId, newId } from "../../lib/kernel/mod.ts";
import {
  endedEvent,
  matchedEvent,
  messagesEvent,
  sayInCall,
  seatIn,
} from "../../lib/live/handlers.ts";
import type { RoomMessage } from "../../lib/live/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";

const [ADA, BEN, EVE] = [newAccountId(), newAccountId(), newAccountId()];

/** A store with one call of Ada and Ben. */
async function openCall(changes: Partial<Call> = {}) {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const media = new MediaBooks();
  const deps = { store, clock, media, self: newId() };
  const call = { ...newCall(ADA, BEN, clock.now()), ...changes };
  assert((await store.write().add(calls, call).commit()).ok);
  let ref = 0;
  return {
    ...{ clock, store, media, deps, call },
    say: (text: string, from = ADA, into = call.id) =>
      sayInCall(deps, from, {
        ...{ v: 1, type: "say", call: into, ref: ref++, text },
      }),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("a seat is of who is in a call that is on, and of nobody else", async () => {
  await using here = await openCall();
  const { deps, call } = here;
  const seat = await seatIn(deps, call.id, ADA);
  assertEquals(seat, {
    call: call.id,
    room: call.room,
    identity: call.identityA,
  });
  assertEquals(await seatIn(deps, call.id, EVE), null);
  assertEquals(await seatIn(deps, newId(), ADA), null);
});

Deno.test("in a call that is over there is no seat left", async () => {
  const over = { endedAt: 1, openSince: null };
  await using here = await openCall(over);
  assertEquals(await seatIn(here.deps, here.call.id, ADA), null);
});

Deno.test("a match names the room's door and one's own name in it, and no room or other", async () => {
  await using here = await openCall();
  const { deps, call } = here;
  const seat = await seatIn(deps, call.id, BEN);
  assert(seat !== null);
  const event = await matchedEvent(deps, seat);
  assertEquals(event, {
    type: "matched",
    call: call.id,
    url: here.media.url,
    token: `${call.room}:${call.identityB}`,
    identity: call.identityB,
  });
  const told = JSON.stringify(event);
  for (const secret of [ADA, BEN, call.identityA]) {
    assertEquals(told.includes(secret), false);
  }
});

for (
  const [ms, seconds] of [[0, 0], [499, 0], [500, 1], [61_499, 61]] as const
) {
  Deno.test(`a call of ${ms} ms is told as ${seconds} s`, async () => {
    const startedAt = new TestClock().now();
    const times = { startedAt, endedAt: startedAt + ms, openSince: null };
    await using here = await openCall(times);
    assertEquals(await endedEvent(here.deps, here.call.id, "they"), {
      ...{ type: "ended", call: here.call.id, by: "they", seconds },
    });
  });
}

Deno.test("of a call that is not known any more the end is told all the same", async () => {
  await using here = await openCall();
  const id = newId();
  assertEquals(await endedEvent(here.deps, id, "interrupted"), {
    ...{ type: "ended", call: id, by: "interrupted", seconds: 0 },
  });
});

Deno.test("what is said is kept, sent under the name in the room, and told back", async () => {
  await using here = await openCall();
  const said = await here.say(" hello ");
  assert(said.type === "said");
  const [{ room, topic, payload }] = here.media.sent;
  const message = payload as RoomMessage;
  assertEquals([room, topic], [here.call.room, "chat"]);
  assertEquals(message, {
    id: said.id,
    from: here.call.identityA,
    text: said.text,
    at: here.clock.now(),
  });
  assertEquals(JSON.stringify(here.media.sent).includes(ADA), false);
});

Deno.test("each refusal of a message has its reason and the page's own number", async () => {
  await using here = await openCall();
  const told = async (...given: Parameters<typeof here.say>) => {
    const event = await here.say(...given);
    return event.type === "unsaid" ? [event.ref, event.reason] : event.type;
  };
  assertEquals(await told(" \n\t "), [0, "empty"]);
  assertEquals(await told("x".repeat(501)), [1, "long"]);
  assertEquals(await told("x".repeat(500)), "said");
  assertEquals(await told("hi", EVE), [3, "over"]);
  assertEquals(await told("hi", ADA, newId()), [4, "over"]);
  here.media.up = false;
  assertEquals(await told("hi"), [5, "failed"]);
  assertEquals(here.media.sent.length, 1);
});

Deno.test("into a call whose other was erased nothing is said", async () => {
  await using here = await openCall({ b: null });
  const event = await here.say("hi");
  assertEquals(event.type === "unsaid" && event.reason, "over");
  assertEquals(await messagesEvent(here.deps, here.call.id), null);
});

Deno.test("into a call that the other has just left nothing is said, nor kept", async () => {
  await using here = await openCall({ endedAt: 1, openSince: null });
  const event = await here.say("hi");
  assertEquals(event.type === "unsaid" && event.reason, "over");
  assertEquals(here.media.sent, []);
  assertEquals(await messagesEvent(here.deps, here.call.id), null);
});

Deno.test("what was written is told in order, by the names in the room", async () => {
  await using here = await openCall();
  const { clock, deps, call } = here;
  assertEquals(await messagesEvent(deps, call.id), null);
  await here.say("one");
  clock.pass(1);
  await here.say("two", BEN);
  clock.pass(1);
  await here.say("three");
  const event = await messagesEvent(deps, call.id);
  assert(event?.type === "messages");
  assertEquals(event.messages.map(({ from, text }) => [from, text]), [
    [call.identityA, "one"],
    [call.identityB, "two"],
    [call.identityA, "three"],
  ]);
  clock.pass(15 * MINUTE - 2);
  const left = await messagesEvent(deps, call.id);
  assertEquals(left?.type === "messages" && left.messages.length, 2);
  clock.pass(15 * MINUTE);
  assertEquals(await messagesEvent(deps, call.id), null);
});

Deno.test("of a call that is not known there are no messages", async () => {
  await using here = await openCall();
  assertEquals(await messagesEvent(here.deps, newId()), null);
});
