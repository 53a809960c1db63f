import { assertEquals } from "@std/assert";
import { NO_CHAT } from "../../lib/client/chat_messages.ts";
import type { TalkModel, TalkState } from "../../lib/client/states.ts";
import type { TalkEffect, TalkEvent } from "../../lib/client/talk_events.ts";
import { step } from "../../lib/client/talk_machine.ts";

const NOW = 1_000_000;
const CALL = "c".repeat(26);
const ADA = "a".repeat(26);
const BEN = "b".repeat(26);

const common = {
  socket: "open",
  mediaUp: true,
  restsUntil: 0,
  chat: NO_CHAT,
} as const;
const away = { ...common, mediaUp: false };
const called = {
  since: NOW - 65_000,
  call: { id: CALL, identity: ADA },
  connection: "connecting",
} as const;

/** One of each state, and of those that a flag splits one of each half. */
const MODELS = {
  ready: { ...common, state: "ready" },
  searching: { ...common, state: "searching", since: NOW - 5_000 },
  matched: { ...common, ...called, state: "matched" },
  live: { ...common, ...called, state: "live" },
  ended: { ...common, state: "ended", reason: "they-left", talked: 9 },
  cut: { ...common, state: "ended", reason: "interrupted", talked: 9 },
  interrupted: { ...away, state: "interrupted", searching: false, talked: 9 },
  seeking: { ...away, state: "interrupted", searching: true, talked: 0 },
} as const satisfies Record<TalkState, TalkModel> & Record<string, TalkModel>;

type Name = keyof typeof MODELS;
type EventType = TalkEvent["type"];

const message = { id: "m".repeat(26), from: BEN, text: "hello", at: NOW };

/** One of each event, as it would come in the call above. */
const EVENTS: { [T in EventType]: Extract<TalkEvent, { type: T }> } = {
  find: { type: "find" },
  next: { type: "next" },
  stop: { type: "stop" },
  say: { type: "say", text: "hello" },
  socket_open: { type: "socket_open" },
  socket_lost: { type: "socket_lost" },
  welcome: { type: "welcome", v: 1, media: true },
  media: { type: "media", up: false },
  searching: { type: "searching" },
  ready: { type: "ready" },
  matched: {
    type: "matched",
    call: CALL,
    url: "ws://127.0.0.1:1",
    token: "token",
    identity: ADA,
  },
  ended: { type: "ended", call: CALL, by: "they", seconds: 64 },
  messages: { type: "messages", call: CALL, messages: [message] },
  said: { type: "said", ref: 0, id: "n".repeat(26), text: "hello" },
  unsaid: { type: "unsaid", ref: 0, reason: "over" },
  pong: { type: "pong" },
  fault: { type: "fault", reason: "too_fast", message: "", waitMs: 700 },
  bye: { type: "bye", reason: "elsewhere" },
  entered: { type: "entered", callId: CALL },
  room_lost: { type: "room_lost", callId: CALL },
  other_entered: { type: "other_entered", callId: CALL },
  track_arrived: { type: "track_arrived", callId: CALL },
  message_arrived: { type: "message_arrived", callId: CALL, message },
  quality_changed: { type: "quality_changed", callId: CALL, quality: "poor" },
  playing: { type: "playing" },
  picture_overdue: { type: "picture_overdue", callId: CALL },
  room_checked: { type: "room_checked", callId: CALL, hasOther: true },
  search_again: { type: "search_again" },
};
type Row = Record<Name, string>;

/** "-": nothing; "~": the state stays and something in it changes. */
const nowhere: Row = {
  ready: "-",
  searching: "-",
  matched: "-",
  live: "-",
  ended: "-",
  cut: "-",
  interrupted: "-",
  seeking: "-",
};
const inCall = (matched: string, live = matched): Row => ({
  ...nowhere,
  matched,
  live,
});
const everywhere = (what: string): Row => ({
  ...nowhere,
  ...Object.fromEntries(Object.keys(MODELS).map((name) => [name, what])),
});
/** What the loss of the server and that of the media server have in common. */
const cutOff: Row = {
  ...nowhere,
  ready: "~",
  searching: "seeking",
  matched: "interrupted | leave",
  live: "interrupted | leave",
  ended: "~",
  cut: "interrupted",
};
const asks = (request: string, leaves: string): Row => ({
  ready: `searching | load, ${request}`,
  searching: `~ | load, ${request}`,
  matched: leaves,
  live: leaves,
  ended: `searching | load, ${request}`,
  cut: `searching | load, ${request}`,
  interrupted: `seeking | load, ${request}`,
  seeking: `~ | load, ${request}`,
});

const TABLE: Record<EventType, Row> = {
  find: asks("send find", "~"),
  next: asks("send next", "searching | leave, load, send next"),
  stop: {
    ...everywhere("ready | send stop"),
    ready: "~ | send stop",
    matched: "ready | leave, send stop",
    live: "ready | leave, send stop",
  },
  say: inCall("~ | send say"),
  socket_open: nowhere,
  socket_lost: { ...cutOff, interrupted: "~", seeking: "~" },
  welcome: {
    ...nowhere,
    searching: "~ | load, send find",
    interrupted: "ended",
    seeking: "searching | load, send find",
  },
  media: cutOff,
  searching: nowhere,
  ready: nowhere,
  matched: {
    ...nowhere,
    searching: "matched | enter",
    seeking: "matched | enter",
  },
  ended: inCall("ended | leave"),
  messages: inCall("~"),
  said: everywhere("~"),
  unsaid: nowhere,
  pong: nowhere,
  fault: {
    ...nowhere,
    searching: "- | search_again in 700",
    seeking: "- | search_again in 700",
  },
  bye: {
    ...everywhere("ended | close"),
    matched: "ended | leave, close",
    live: "ended | leave, close",
    ended: "~ | close",
    cut: "~ | close",
  },
  entered: inCall("- | send here, check room in 3000"),
  room_lost: inCall("- | send lost"),
  other_entered: inCall("- | picture_overdue in 3000"),
  track_arrived: inCall("~"),
  message_arrived: inCall("~"),
  quality_changed: inCall("~"),
  playing: inCall("live", "-"),
  picture_overdue: inCall("live", "-"),
  room_checked: inCall("live | send here", "- | send here"),
  search_again: {
    ...nowhere,
    searching: "~ | load, send find",
    seeking: "- | load, send find",
  },
};

for (const type of Object.keys(TABLE) as EventType[]) {
  Deno.test(`the live page at ${type}, in every state`, () => {
    const row = Object.fromEntries(
      Object.entries(MODELS).map(([name, model]) => [name, after(model, type)]),
    );
    assertEquals(row, TABLE[type]);
  });
}

/** The state that follows and the effects, in words. */
function after(before: TalkModel, type: EventType): string {
  const { model, effects } = step(before, EVENTS[type], NOW);
  const same = JSON.stringify(before) === JSON.stringify(model);
  const state = stateOf(model) === stateOf(before)
    ? (same ? "-" : "~")
    : stateOf(model);
  return [state, effects.map(inWords).join(", ")].filter(Boolean).join(" | ");
}

function stateOf(model: TalkModel): string {
  return model.state === "interrupted" && model.searching
    ? "seeking"
    : model.state;
}

function inWords(effect: TalkEffect): string {
  switch (effect.type) {
    case "send":
      return `send ${effect.request.type}`;
    case "after":
      return `${effect.event.type} in ${effect.ms}`;
    case "check_room":
      return `check room in ${effect.ms}`;
    default:
      return effect.type;
  }
}
