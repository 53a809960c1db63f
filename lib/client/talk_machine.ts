import type { Millis } from "../kernel/mod.ts";
import { NO_CHAT } from "./chat_messages.ts";
import type { TalkModel } from "./states.ts";
import type { TalkEvent } from "./talk_events.ts";
import { afterRoomEvent } from "./talk_room.ts";
import { afterServerEvent } from "./talk_server.ts";
import {
  interrupt,
  press,
  say,
  search,
  stay,
  type Step,
  wishes,
} from "./talk_steps.ts";

/** The page as it opens. */
export const START: TalkModel = {
  state: "ready",
  socket: "lost",
  mediaUp: true,
  restsUntil: 0,
  chat: NO_CHAT,
};

/** The live page's rules: pure, so that every state meets every event in a test. */
export function step(model: TalkModel, event: TalkEvent, now: Millis): Step {
  switch (event.type) {
    case "find":
    case "next":
    case "stop":
      return press(model, event.type, now);
    case "say":
      return say(model, event.text);
    case "socket_open":
      // What it is good for is said by the welcome that follows.
      return stay({ ...model, socket: "open" });
    case "socket_lost":
      return interrupt(
        model.socket === "closed" ? model : { ...model, socket: "lost" },
        now,
      );
    case "search_again":
      return wishes(model) ? search(model, { type: "find" }, now) : stay(model);
    case "entered":
    case "room_lost":
    case "other_entered":
    case "track_arrived":
    case "message_arrived":
    case "quality_changed":
    case "playing":
    case "picture_overdue":
    case "room_checked":
      return afterRoomEvent(model, event);
    default:
      return afterServerEvent(model, event, now);
  }
}
