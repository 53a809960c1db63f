import type { Millis } from "../kernel/mod.ts";
import { clearedChat, withSent } from "./chat_messages.ts";
import { inCall, type TalkModel } from "./states.ts";
import type { Matched, TalkEffect } from "./talk_events.ts";

/** What follows from an event. */
export interface Step {
  model: TalkModel;
  effects: readonly TalkEffect[];
}

export function stay(model: TalkModel, ...effects: TalkEffect[]): Step {
  return { model, effects };
}

/** Whether the person wants to be matched, whatever stands in the way. */
export function wishes(model: TalkModel): boolean {
  return model.state === "searching" ||
    (model.state === "interrupted" && model.searching);
}

/** Seconds of the call that is on, or of the last one. */
function talkedIn(model: TalkModel, now: Millis): number {
  if (inCall(model)) return Math.floor(Math.max(0, now - model.since) / 1000);
  return "talked" in model ? model.talked : 0;
}

/** The place of Next rests after each press: a second one meant the first. */
const PRESS_RESTS: Millis = 400;

export function press(
  before: TalkModel,
  what: "find" | "next" | "stop",
  now: Millis,
): Step {
  if (now < before.restsUntil) return stay(before);
  const model = { ...before, restsUntil: now + PRESS_RESTS };
  // The page shows no Find in a call.
  if (what === "find" && inCall(model)) return stay(model);
  if (what === "find") return search(model, { type: "find" }, now);
  const leave: TalkEffect[] = inCall(model) ? [{ type: "leave" }] : [];
  if (what === "stop") {
    return {
      model: { ...commonOf(model), state: "ready" },
      effects: [...leave, ...sent(model, { type: "stop" })],
    };
  }
  const call = inCall(model) ? model.call.id : null;
  const next = search(model, { type: "next", call }, now);
  return { ...next, effects: [...leave, ...next.effects] };
}

/** Asks for somebody, now or as soon as the service is back. */
export function search(
  model: TalkModel,
  request: { type: "find" } | { type: "next"; call: string | null },
  now: Millis,
): Step {
  const effects: TalkEffect[] = [{ type: "load" }, ...sent(model, request)];
  const common = commonOf(model);
  if (common.socket === "closed") {
    effects.push({ type: "connect" });
    common.socket = "lost";
  }
  return {
    model: served(model)
      ? { ...common, state: "searching", since: now }
      : { ...common, state: "interrupted", searching: true, talked: 0 },
    effects,
  };
}

export function say(model: TalkModel, text: string): Step {
  if (!inCall(model) || model.socket !== "open") return stay(model);
  const { chat, call } = model;
  const ref = chat.nextRef;
  return stay(
    { ...model, chat: withSent(chat, text) },
    { type: "send", request: { type: "say", call: call.id, ref, text } },
  );
}

export function enter(model: TalkModel, matched: Matched, now: Millis): Step {
  if (!wishes(model)) return stay(model);
  const { call: id, identity } = matched;
  return {
    model: {
      ...commonOf(model),
      chat: clearedChat(model.chat),
      state: "matched",
      since: now,
      call: { id, identity },
      connection: "connecting",
    },
    effects: [{ type: "enter", matched }],
  };
}

/** Ends the call, if there is one. `seconds` is its length by the server. */
export function end(
  model: TalkModel,
  reason: "they-left" | "interrupted" | "elsewhere",
  now: Millis,
  seconds = 0,
): Step {
  const talked = seconds || talkedIn(model, now);
  const common = commonOf(model);
  return {
    model: reason === "interrupted" && !served(model)
      ? { ...common, state: "interrupted", searching: false, talked }
      : { ...common, state: "ended", reason, talked },
    effects: inCall(model) ? [{ type: "leave" }] : [],
  };
}

/** No service: a call is over, a search goes on when it is back. */
export function interrupt(model: TalkModel, now: Millis): Step {
  if (inCall(model)) return end(model, "interrupted", now);
  const common = commonOf(model);
  if (model.state === "searching") {
    return stay({
      ...common,
      state: "interrupted",
      searching: true,
      talked: 0,
    });
  }
  if (model.state !== "ended" || model.reason !== "interrupted") {
    return stay(model);
  }
  const { talked } = model;
  return stay({ ...common, state: "interrupted", searching: false, talked });
}

export function resume(model: TalkModel, now: Millis): Step {
  if (!served(model)) return stay(model);
  if (wishes(model)) return search(model, { type: "find" }, now);
  if (model.state !== "interrupted") return stay(model);
  const { talked } = model;
  return stay({
    ...commonOf(model),
    state: "ended",
    reason: "interrupted",
    talked,
  });
}

function served(model: TalkModel): boolean {
  return model.mediaUp && model.socket === "open";
}

function sent(
  { socket }: TalkModel,
  request: Extract<TalkEffect, { type: "send" }>["request"],
): TalkEffect[] {
  return socket === "open" ? [{ type: "send", request }] : [];
}

/** What every state has. */
function commonOf({ socket, mediaUp, restsUntil, chat }: TalkModel) {
  return { socket, mediaUp, restsUntil, chat };
}
