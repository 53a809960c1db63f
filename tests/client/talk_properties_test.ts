import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { inCall, type TalkModel } from "../../lib/client/states.ts";
import type { TalkEffect, TalkEvent } from "../../lib/client/talk_events.ts";
import { START, step } from "../../lib/client/talk_machine.ts";

const ME = "m".repeat(26);
const CALLS = ["c".repeat(26), "d".repeat(26)] as const;

const call = fc.constantFrom(...CALLS);
const message = fc.record({
  id: fc.integer({ min: 0, max: 4 }).map((n) => `${n}`.repeat(26)),
  from: fc.constantFrom(ME, "t".repeat(26)),
  text: fc.constant("hello"),
  at: fc.constant(1),
});

/** Everything that may reach the page, in no order that a server would keep. */
const event: fc.Arbitrary<TalkEvent> = fc.oneof(
  fc.constantFrom<TalkEvent>(
    { type: "find" },
    { type: "next" },
    { type: "stop" },
  ),
  fc.constantFrom<TalkEvent>(
    { type: "socket_open" },
    { type: "socket_lost" },
    { type: "welcome", v: 1, media: true },
    { type: "welcome", v: 1, media: false },
    { type: "media", up: true },
    { type: "media", up: false },
  ),
  fc.constantFrom<TalkEvent>(
    { type: "say", text: "hello" },
    { type: "searching" },
    { type: "ready" },
    { type: "pong" },
    { type: "search_again" },
    { type: "playing" },
    { type: "bye", reason: "restart" },
    { type: "bye", reason: "elsewhere" },
    { type: "bye", reason: "signed_out" },
    { type: "fault", reason: "too_fast", message: "", waitMs: 700 },
    { type: "fault", reason: "unavailable", message: "" },
    { type: "unsaid", ref: 0, reason: "over" },
    { type: "said", ref: 0, id: "s".repeat(26), text: "hello" },
  ),
  call.map((call): TalkEvent => ({
    type: "matched",
    ...{ call, url: "ws://127.0.0.1:1", token: "token", identity: ME },
  })),
  fc.record({
    type: fc.constant("ended" as const),
    call,
    by: fc.constantFrom("you", "they", "interrupted"),
    seconds: fc.integer({ min: 0, max: 99 }),
  }),
  fc.record({
    type: fc.constant("messages" as const),
    call,
    messages: fc.array(message, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constantFrom(
      "entered" as const,
      "room_lost" as const,
      "other_entered" as const,
      "track_arrived" as const,
      "picture_overdue" as const,
    ),
    callId: call,
  }),
  fc.record({
    type: fc.constant("message_arrived" as const),
    callId: call,
    message,
  }),
  fc.record({
    type: fc.constant("quality_changed" as const),
    callId: call,
    quality: fc.constantFrom("good", "fair", "poor", "back"),
  }),
  fc.record({
    type: fc.constant("room_checked" as const),
    callId: call,
    hasOther: fc.boolean(),
  }),
);

/** Half of all pages begin within a call: chance alone seldom leads there. */
const IN_A_CALL: readonly (readonly [TalkEvent, number])[] = [
  [{ type: "socket_open" }, 0],
  [{ type: "welcome", v: 1, media: true }, 0],
  [{ type: "find" }, 0],
  [{
    type: "matched",
    ...{ call: CALLS[0], url: "ws://127.0.0.1:1", token: "t", identity: ME },
  }, 500],
];

/** Events with the milliseconds that pass before each. */
const history = fc.tuple(
  fc.constantFrom([], IN_A_CALL),
  fc.array(fc.tuple(event, fc.constantFrom(0, 100, 500, 5_000)), {
    maxLength: 40,
    size: "max",
  }),
).map(([before, events]) => [...before, ...events]);

interface Seen {
  before: TalkModel;
  event: TalkEvent;
  after: TalkModel;
  effects: readonly TalkEffect[];
  now: number;
}

function play(events: readonly (readonly [TalkEvent, number])[]): Seen[] {
  let model = START;
  let now = 1_000_000;
  return events.map(([event, ms]) => {
    now += ms;
    const before = model;
    const { model: after, effects } = step(before, event, now);
    model = after;
    return { before, event, after, effects, now };
  });
}

/** What holds for each step of every history. */
function always(rule: string, check: (seen: Seen) => void): void {
  Deno.test(rule, () => {
    fc.assert(
      fc.property(history, (events) => play(events).forEach(check)),
      { numRuns: 300 },
    );
  });
}

/** Who says what to the page: the media server's rooms, or our own server. */
const OF_ROOMS = [
  "entered",
  "room_lost",
  "other_entered",
  "track_arrived",
  "message_arrived",
  "quality_changed",
  "playing",
  "picture_overdue",
  "room_checked",
];

always(
  "a room is entered for the call that begins, and for no other",
  (seen) => {
    const entered = seen.effects.filter(({ type }) => type === "enter");
    const begins = seen.event.type === "matched" && inCall(seen.after) &&
      seen.after !== seen.before;
    assertEquals(entered.length, begins ? 1 : 0);
  },
);

always(
  "whoever leaves a call leaves its room, once",
  ({ before, after, effects, event }) => {
    const left = effects.filter(({ type }) => type === "leave").length;
    const isOver = inCall(before) &&
      !(inCall(after) && after.call.id === before.call.id);
    // Into the next call at once: entering a room leaves the one before.
    if (event.type === "matched") assertEquals(left, 0);
    else assertEquals(left, isOver ? 1 : 0);
  },
);

always("a call only begins for somebody who wants one", ({ before, after }) => {
  if (inCall(before) || !inCall(after)) return;
  const wished = before.state === "searching" ||
    (before.state === "interrupted" && before.searching);
  assert(wished, before.state);
});

always(
  "what a room says never ends a call, and never begins one",
  ({ before, after, event }) => {
    if (!OF_ROOMS.includes(event.type)) return;
    assertEquals(inCall(before), inCall(after));
  },
);

always(
  "a call that is live does not turn back to one without a picture",
  ({ before, after }) => {
    if (before.state !== "live" || !inCall(after)) return;
    if (after.call.id === before.call.id) assertEquals(after.state, "live");
  },
);

always(
  "a request goes out only where the socket is open",
  ({ before, effects }) => {
    const sent = effects.filter((effect) => effect.type === "send");
    const told = sent.filter(({ request }) =>
      !["here", "lost"].includes(request.type)
    );
    if (before.socket !== "open") assertEquals(told, []);
  },
);

always("searching means that both services are there", ({ after }) => {
  if (after.state !== "searching") return;
  assertEquals([after.socket, after.mediaUp], ["open", true]);
});

always(
  "a press within the rest of another changes nothing",
  ({ before, after, effects, event, now }) => {
    if (!["find", "next", "stop"].includes(event.type)) return;
    if (now >= before.restsUntil) return;
    assertEquals([after, effects], [before, []]);
  },
);

always(
  "after Stop the page neither searches nor is in a call",
  ({ before, after, event, now }) => {
    if (event.type !== "stop" || now < before.restsUntil) return;
    assertEquals(after.state, "ready");
  },
);

always(
  "a socket that was closed on purpose is opened by a press alone",
  ({ effects, event, before }) => {
    if (!effects.some(({ type }) => type === "connect")) return;
    assertEquals(before.socket, "closed");
    assert(["find", "next"].includes(event.type), event.type);
  },
);

always("no call lasted less than nothing", ({ after }) => {
  if ("talked" in after) assert(after.talked >= 0);
});

always(
  "messages of a call are gone once the next one begins",
  ({ event, before, after }) => {
    if (event.type !== "matched" || !inCall(after) || inCall(before)) return;
    assertEquals([after.chat.shown.length, after.chat.sent.size], [0, 0]);
    assertEquals(after.chat.nextRef, before.chat.nextRef);
  },
);

always(
  "a step leaves the model before it as it was",
  ({ before, event, now }) => {
    const copy = structuredClone(before);
    step(before, event, now);
    assertEquals(before, copy);
  },
);

Deno.test("from wherever a page is, two presses lead into a search", () => {
  fc.assert(fc.property(history, (events) => {
    const end = play(events).at(-1);
    let model = end?.after ?? START;
    let now = (end?.now ?? 1_000_000) + 1_000;
    const tell = (event: TalkEvent) => {
      model = step(model, event, now).model;
      now += 1_000;
    };
    tell({ type: "stop" });
    tell({ type: "find" });
    tell({ type: "socket_open" });
    tell({ type: "welcome", v: 1, media: true });
    assertEquals(model.state, "searching");
  }));
});
