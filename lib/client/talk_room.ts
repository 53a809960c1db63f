import type { Millis } from "../kernel/mod.ts";
import { withArrived } from "./chat_messages.ts";
import { type InCall, inCall, type TalkModel } from "./states.ts";
import type { RoomEvent, TalkEffect, TalkEvent } from "./talk_events.ts";
import { stay, type Step } from "./talk_steps.ts";

/** Somebody without a camera is live without a picture. */
const PICTURE_TIMEOUT: Millis = 3_000;

type RoomStepEvent =
  | RoomEvent
  | Extract<TalkEvent, { type: "picture_overdue" | "room_checked" }>;

/** What follows from what happens in the room of the call that is on. */
export function afterRoomEvent(model: TalkModel, event: RoomStepEvent): Step {
  if (!inCall(model)) return stay(model);
  if (event.type === "playing") return stay(live(model));
  const { call } = model;
  if (event.callId !== call.id) return stay(model);
  switch (event.type) {
    case "entered":
      return stay(model, tell("here", call.id), checkRoom(call.id));
    case "room_checked":
      // Told again: a message may have passed while the data channel opened.
      return stay(event.hasOther ? live(model) : model, tell("here", call.id));
    case "room_lost":
      return stay(model, tell("lost", call.id));
    case "other_entered":
      return stay(model, waitForPicture(call.id));
    case "picture_overdue":
      return stay(live(model));
    case "track_arrived":
      return stay({ ...model, connection: "good" });
    case "quality_changed":
      return stay({ ...model, connection: event.quality });
    case "message_arrived": {
      const chat = withArrived(model.chat, event.message, call.identity);
      return stay({ ...model, chat });
    }
  }
}

function checkRoom(callId: string): TalkEffect {
  return { type: "check_room", ms: PICTURE_TIMEOUT, callId };
}

function waitForPicture(callId: string): TalkEffect {
  const event = { type: "picture_overdue", callId } as const;
  return { type: "after", ms: PICTURE_TIMEOUT, event };
}

function live(model: InCall): InCall {
  return { ...model, state: "live" };
}

function tell(type: "here" | "lost", call: string): TalkEffect {
  return { type: "send", request: { type, call } };
}
