import { assertEquals } from "@std/assert";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { stepConnection } from "../../lib/live/connection_machine.ts";
import type {
  ConnectionEffect,
  ConnectionEvent,
  ConnectionState,
} from "../../lib/live/connection_state.ts";
import { admissionOf } from "../helpers/admission.ts";

const ADA = newAccountId();
const CALL = "c".repeat(26);
const OLD = "o".repeat(26);
const seat = { call: CALL, room: "r".repeat(26), identity: "i".repeat(26) };

/** One of each state; `arriving` and `here` are the two halves of a call. */
const STATES = {
  idle: { name: "idle", lastCall: OLD },
  searching: { name: "searching", lastCall: OLD },
  in_call: { name: "in_call", callId: CALL, here: false },
  here: { name: "in_call", callId: CALL, here: true },
  gone: { name: "gone" },
} as const satisfies
  & Record<ConnectionState["name"], ConnectionState>
  & Record<string, ConnectionState>;

type Name = keyof typeof STATES;
type EventType = ConnectionEvent["type"];

/** One of each event, as it would come in the call above. */
const EVENTS: { [T in EventType]: Extract<ConnectionEvent, { type: T }> } = {
  find: { v: 1, type: "find" },
  next: { v: 1, type: "next", call: CALL },
  stop: { v: 1, type: "stop" },
  say: { v: 1, type: "say", call: CALL, ref: 3, text: "hello" },
  here: { v: 1, type: "here", call: CALL },
  lost: { v: 1, type: "lost", call: CALL },
  ping: { v: 1, type: "ping" },
  admitted: { type: "admitted", admission: await admissionOf(ADA) },
  refused: { type: "refused", reason: "restricted" },
  too_fast: { type: "too_fast", waitMs: 700 },
  join_refused: { type: "join_refused", reason: "elsewhere" },
  entry_lost: { type: "entry_lost" },
  seated: { type: "seated", seat },
  ended: { type: "ended", callId: CALL, ending: "they" },
  parted: { type: "parted" },
  arrival_overdue: { type: "arrival_overdue", callId: CALL },
  media_lost: { type: "media_lost" },
  closed: { type: "closed" },
};

type Row = Record<Name, string>;

const everywhere = (what: string): Row => ({
  idle: what,
  searching: what,
  in_call: what,
  here: what,
  gone: what,
});
const nowhere = everywhere("-");
const inCall = (what: string, here = what): Row => ({
  ...nowhere,
  in_call: what,
  here,
});
const leavesAndSearches = "idle | finish by self, admit counted";

/** "-": nothing; "~": the state stays and something in it changes. */
const TABLE: Record<EventType, Row> = {
  find: {
    ...nowhere,
    idle: "- | admit counted",
    searching: "- | admit counted",
  },
  next: {
    idle: "- | admit counted",
    searching: "- | admit counted",
    in_call: leavesAndSearches,
    here: leavesAndSearches,
    gone: "-",
  },
  stop: {
    idle: "- | send ready",
    searching: "idle | leave_queue, send ready",
    in_call: "idle | finish by self, send ready",
    here: "idle | finish by self, send ready",
    gone: "- | send ready",
  },
  say: { ...everywhere("- | send unsaid over"), ...sayInCall("- | say") },
  here: inCall("~ | tell_messages", "- | tell_messages"),
  lost: inCall("- | look_at_media, finish by nobody"),
  ping: everywhere("- | send pong"),
  admitted: {
    ...nowhere,
    idle: "searching | send searching, join",
    searching: "- | send searching, join",
  },
  refused: {
    ...nowhere,
    idle: "- | send fault restricted",
    searching: "idle | leave_queue, send fault restricted",
  },
  too_fast: everywhere("- | send fault too_fast"),
  join_refused: {
    ...nowhere,
    searching: "idle | send ready, send fault unavailable",
  },
  entry_lost: { ...nowhere, searching: "- | admit" },
  seated: {
    idle: "~ | finish by self",
    searching: "in_call | tell_match",
    in_call: "- | finish by self",
    here: "- | finish by self",
    gone: "- | finish by self",
  },
  ended: {
    ...everywhere("- | tell_end"),
    in_call: "idle | tell_end",
    here: "idle | tell_end",
  },
  parted: {
    idle: "- | send fault sanctioned",
    searching: "idle | leave_queue, send fault sanctioned",
    in_call: "idle | finish by self, send fault sanctioned",
    here: "idle | finish by self, send fault sanctioned",
    gone: "-",
  },
  arrival_overdue: inCall("- | finish by nobody", "-"),
  media_lost: inCall("- | finish by nobody"),
  closed: {
    idle: "gone",
    searching: "gone | leave_queue",
    in_call: "gone | finish by self",
    here: "gone | finish by self",
    gone: "-",
  },
};

for (const type of Object.keys(TABLE) as EventType[]) {
  Deno.test(`a connection at ${type}, in every state`, () => {
    const row = Object.fromEntries(
      Object.entries(STATES).map(([name, state]) => [name, after(state, type)]),
    );
    assertEquals(row, TABLE[type]);
  });
}

Deno.test("the call that was left is not met again at once", () => {
  const left = stepConnection(STATES.here, EVENTS.next);
  assertEquals(left.state, { name: "idle", lastCall: CALL });
  const ended = stepConnection(STATES.in_call, EVENTS.ended);
  assertEquals(ended.state, { name: "idle", lastCall: CALL });
  const search = stepConnection(ended.state, EVENTS.admitted);
  assertEquals(search.effects.at(-1), {
    type: "join",
    admission: EVENTS.admitted.admission,
    lastCall: CALL,
  });
});

Deno.test("what is asked about another call touches this one in nothing", () => {
  const late: ConnectionEvent[] = [
    { ...EVENTS.next, call: OLD },
    { ...EVENTS.next, call: null },
    { ...EVENTS.here, call: OLD },
    { ...EVENTS.lost, call: OLD },
    { ...EVENTS.arrival_overdue, callId: OLD },
  ];
  for (const event of late) {
    assertEquals(stepConnection(STATES.in_call, event), {
      state: STATES.in_call,
      effects: [],
    });
  }
  const said = stepConnection(STATES.here, { ...EVENTS.say, call: OLD });
  assertEquals(said.effects.map(inWords), ["send unsaid over"]);
  const ended = stepConnection(STATES.here, { ...EVENTS.ended, callId: OLD });
  assertEquals(ended.state, STATES.here);
});

Deno.test("who waits already, or is matched already, is told by the matcher", () => {
  for (const reason of ["waiting", "in_call"] as const) {
    const event = { type: "join_refused", reason } as const;
    assertEquals(stepConnection(STATES.searching, event), {
      state: STATES.searching,
      effects: [],
    });
  }
});

Deno.test("whom a sanction kept out while they joined is led to it", () => {
  const event = { type: "join_refused", reason: "sanctioned" } as const;
  const { state, effects } = stepConnection(STATES.searching, event);
  assertEquals(state, STATES.idle);
  assertEquals(effects.map(inWords), ["send ready", "send fault sanctioned"]);
});

function sayInCall(what: string): Pick<Row, "in_call" | "here"> {
  return { in_call: what, here: what };
}

/** The state that follows and the effects, in words. */
function after(before: ConnectionState, type: EventType): string {
  const { state, effects } = stepConnection(before, EVENTS[type]);
  const same = JSON.stringify(before) === JSON.stringify(state);
  const next = state.name === before.name ? (same ? "-" : "~") : state.name;
  return [next, effects.map(inWords).join(", ")].filter(Boolean).join(" | ");
}

function inWords(effect: ConnectionEffect): string {
  switch (effect.type) {
    case "send": {
      const { event } = effect;
      const why = "reason" in event ? ` ${event.reason}` : "";
      return `send ${event.type}${why}`;
    }
    case "admit":
      return effect.counted ? "admit counted" : "admit";
    case "finish":
      return `finish by ${effect.by ?? "nobody"}`;
    default:
      return effect.type;
  }
}
