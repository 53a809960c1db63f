import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { stepConnection } from "../../lib/live/connection_machine.ts";
import type {
  ConnectionEffect,
  ConnectionEvent,
  ConnectionState,
} from "../../lib/live/connection_state.ts";
import { admissionOf } from "../helpers/admission.ts";

const CALLS = ["a", "b", "c"].map((letter) => letter.repeat(26));
const admission = await admissionOf(newAccountId());

const call = fc.constantFrom(...CALLS);
const v = fc.constant(1 as const);
const plain = <T extends string>(...types: T[]) =>
  fc.constantFrom(...types).map((type) => ({ v: 1, type }));

/** Whatever may happen to a connection, in no order that makes sense. */
const event = fc.oneof(
  plain("find", "stop", "ping"),
  fc.record({ v, type: fc.constant("next"), call: fc.option(call) }),
  fc.record({ v, type: fc.constantFrom("here", "lost"), call }),
  fc.record({
    ...{ v, type: fc.constant("say"), call },
    ...{ ref: fc.nat(), text: fc.string() },
  }),
  fc.constant({ type: "admitted", admission }),
  fc.record({
    type: fc.constant("refused"),
    reason: fc.constantFrom("restricted", "outdated", "banned"),
  }),
  fc.record({ type: fc.constant("too_fast"), waitMs: fc.nat() }),
  fc.record({
    type: fc.constant("join_refused"),
    reason: fc.constantFrom(
      ...["waiting", "in_call", "elsewhere", "sanctioned", "erased"],
    ),
  }),
  fc.constantFrom(
    { type: "entry_lost" },
    { type: "media_lost" },
    { type: "parted" },
  ),
  call.map((call) => ({
    type: "seated",
    seat: { call, room: `${call[0]}room`, identity: `${call[0]}me` },
  })),
  fc.record({
    ...{ type: fc.constant("ended"), callId: call },
    ending: fc.constantFrom("you", "they", "interrupted"),
  }),
  fc.record({ type: fc.constant("arrival_overdue"), callId: call }),
) as fc.Arbitrary<ConnectionEvent>;

const CLOSED: ConnectionEvent = { type: "closed" };
const START: ConnectionState = { name: "idle", lastCall: null };

interface Taken {
  before: ConnectionState;
  event: ConnectionEvent;
  after: ConnectionState;
  effects: readonly ConnectionEffect[];
}

/** All the steps from the start through these events. */
function walk(events: readonly ConnectionEvent[]): Taken[] {
  let state = START;
  return events.map((event) => {
    const before = state;
    const { state: after, effects } = stepConnection(before, event);
    state = after;
    return { before, event, after, effects };
  });
}

/** Checks each step of many random lives. */
function everyStep(check: (step: Taken) => void): void {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      for (const step of walk(events)) check(step);
    }),
    { numRuns: 300 },
  );
}

const of = <T extends ConnectionEffect["type"]>(
  effects: readonly ConnectionEffect[],
  type: T,
) =>
  effects.filter((one): one is Extract<ConnectionEffect, { type: T }> =>
    one.type === type
  );

Deno.test("nobody joins the queue but by an admission that was just given", () => {
  everyStep(({ event, effects }) => {
    const joins = of(effects, "join");
    assertEquals(joins.length > 0 && event.type !== "admitted", false);
    for (const join of joins) assert(join.admission === admission);
  });
});

Deno.test("a match is told to whoever searches, and to nobody else", () => {
  everyStep(({ before, after, event, effects }) => {
    const told = of(effects, "tell_match");
    assertEquals(
      told.length,
      event.type === "seated" && before.name === "searching" ? 1 : 0,
    );
    if (told.length === 1) {
      assertEquals(after, {
        name: "in_call",
        callId: told[0].seat.call,
        here: false,
      });
    }
  });
});

Deno.test("whoever is in a call came there by a match alone", () => {
  everyStep(({ before, after, event }) => {
    if (after.name !== "in_call" || before.name === "in_call") return;
    assertEquals([before.name, event.type], ["searching", "seated"]);
  });
});

Deno.test("a seat that is not taken has its call ended, so that nobody waits there", () => {
  everyStep(({ before, event, effects }) => {
    if (event.type !== "seated" || before.name === "searching") return;
    assertEquals(of(effects, "finish"), [
      { type: "finish", callId: event.seat.call, by: "self" },
    ]);
  });
});

Deno.test("no call is ended but the one that is on, or a seat that nobody takes", () => {
  everyStep(({ before, event, effects }) => {
    for (const { callId } of of(effects, "finish")) {
      const on = before.name === "in_call" ? before.callId : null;
      const offered = event.type === "seated" ? event.seat.call : null;
      assert(callId === on || callId === offered, callId);
    }
  });
});

Deno.test("whoever leaves a call or the queue has left it in the store as well", () => {
  everyStep(({ before, after, event, effects }) => {
    if (before.name === "in_call" && after.name !== "in_call") {
      const isOver = event.type === "ended" && event.callId === before.callId;
      const finished = of(effects, "finish").map(({ callId }) => callId);
      assertEquals(finished, isOver ? [] : [before.callId]);
    }
    if (before.name === "searching" && after.name === "idle") {
      const wasRefused = event.type === "join_refused";
      assertEquals(of(effects, "leave_queue").length, wasRefused ? 0 : 1);
    }
  });
});

Deno.test("a message is said into the call that is on, or refused by its own number", () => {
  everyStep(({ before, event, effects }) => {
    if (event.type !== "say") return assertEquals(of(effects, "say"), []);
    const isOn = before.name === "in_call" && before.callId === event.call;
    assertEquals(effects, [
      isOn ? { type: "say", request: event } : {
        type: "send",
        event: { type: "unsaid", ref: event.ref, reason: "over" },
      },
    ]);
  });
});

Deno.test("the call that was left last is remembered until the next", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let last: string | null = null;
      for (const { before, after, event } of walk(events)) {
        if (before.name === "in_call" && after.name !== "in_call") {
          last = before.callId;
        } else if (before.name === "idle" && event.type === "seated") {
          last = event.seat.call;
        }
        if (after.name === "idle" || after.name === "searching") {
          assertEquals(after.lastCall, last);
        }
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("once the socket closed nothing is asked or joined, and nothing comes back", () => {
  const lives = fc.tuple(
    fc.array(event, { maxLength: 20 }),
    fc.array(event, { maxLength: 20 }),
  );
  fc.assert(fc.property(lives, ([before, after]) => {
    const steps = walk([...before, CLOSED, ...after]).slice(before.length);
    for (const { after, effects } of steps) {
      assertEquals(after, { name: "gone" });
      for (const one of ["admit", "join", "tell_match", "say"] as const) {
        assertEquals(of(effects, one), []);
      }
    }
    const [closing] = steps;
    const was = closing.before;
    assertEquals(closing.effects, [
      ...was.name === "searching" ? [{ type: "leave_queue" as const }] : [],
      ...was.name === "in_call"
        ? [{ type: "finish" as const, callId: was.callId, by: "self" as const }]
        : [],
    ]);
  }));
});

Deno.test("a step changes nothing in the state that it was given", () => {
  const deepFreeze = (state: ConnectionState) => Object.freeze({ ...state });
  fc.assert(fc.property(fc.array(event, { maxLength: 30 }), (events) => {
    let state: ConnectionState = deepFreeze(START);
    for (const one of events) {
      state = deepFreeze(stepConnection(state, one).state);
    }
  }));
});

Deno.test("only whoever searches or is idle is asked whether they may", () => {
  everyStep(({ before, event, after, effects }) => {
    const asks = of(effects, "admit");
    if (asks.length === 0) return;
    assertEquals(asks.length, 1);
    assert(after.name === "idle" || after.name === "searching");
    // What they did not ask for themselves is not one of their searches.
    assertEquals(asks[0].counted, event.type !== "entry_lost");
    if (before.name === "in_call") assertEquals(event.type, "next");
  });
});
