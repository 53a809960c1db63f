import type { Millis } from "../kernel/mod.ts";
import type { Event as ServerEvent } from "../live/protocol.ts";
import { withArrived, withSaid, withUnsaid } from "./chat_messages.ts";
import { inCall, type TalkModel } from "./states.ts";
import {
  end,
  enter,
  interrupt,
  resume,
  stay,
  type Step,
  wishes,
} from "./talk_steps.ts";

type EventOf<Type> = Extract<ServerEvent, { type: Type }>;

/** What follows from what the server says. */
export function afterServerEvent(
  model: TalkModel,
  event: ServerEvent,
  now: Millis,
): Step {
  switch (event.type) {
    case "welcome":
      return mediaChanged(model, event.media, now);
    case "media":
      return mediaChanged(model, event.up, now);
    case "matched":
      return enter(model, event, now);
    case "ended":
      return ended(model, event, now);
    case "messages":
      return written(model, event);
    case "said":
      return stay({ ...model, chat: withSaid(model.chat, event) });
    case "unsaid":
      return stay({ ...model, chat: withUnsaid(model.chat, event.ref) });
    case "bye":
      return event.reason === "restart" ? stay(model) : giveWay(model, now);
    case "fault":
      return faulted(model, event);
    case "searching":
    case "ready":
    case "pong":
      return stay(model);
  }
}

function mediaChanged(model: TalkModel, up: boolean, now: Millis): Step {
  const changed = { ...model, mediaUp: up };
  return up ? resume(changed, now) : interrupt(changed, now);
}

function ended(
  model: TalkModel,
  { call, by, seconds }: EventOf<"ended">,
  now: Millis,
): Step {
  if (!inCall(model) || model.call.id !== call) return stay(model);
  const reason = by === "they" ? "they-left" : "interrupted";
  return end(model, reason, now, seconds);
}

/** Everything that was written before this side came into the room. */
function written(
  model: TalkModel,
  { call, messages }: EventOf<"messages">,
): Step {
  if (!inCall(model) || model.call.id !== call) return stay(model);
  const { identity } = model.call;
  const chat = messages.reduce(
    (before, message) => withArrived(before, message, identity),
    model.chat,
  );
  return stay({ ...model, chat });
}

/** Another window of this person took over, or they are signed out. */
function giveWay(model: TalkModel, now: Millis): Step {
  const { model: over, effects } = end(model, "elsewhere", now);
  return stay({ ...over, socket: "closed" }, ...effects, { type: "close" });
}

function faulted(
  model: TalkModel,
  { reason, waitMs }: EventOf<"fault">,
): Step {
  if (reason === "outdated") return stay(model, { type: "go", to: "/consent" });
  if (reason === "sanctioned") {
    return stay(model, { type: "go", to: "/account/standing" });
  }
  if (reason === "restricted") return stay(model, { type: "go", to: "/talk" });
  if (!waitMs || !wishes(model)) return stay(model);
  const event = { type: "search_again" } as const;
  return stay(model, { type: "after", ms: waitMs, event });
}
