import type { Millis } from "../kernel/mod.ts";
import type { Request } from "../live/forms.ts";
import type { Event as ServerEvent, RoomMessage } from "../live/protocol.ts";
import type { Quality } from "./room.ts";

type Body<R> = R extends unknown ? Omit<R, "v"> : never;

/** A request of the page, before the socket adds the version. */
export type RequestBody = Body<Request>;

export type Matched = Extract<ServerEvent, { type: "matched" }>;

/** What a person does. */
type PersonEvent =
  | { type: "find" }
  | { type: "next" }
  | { type: "stop" }
  | { type: "say"; text: string };

type SocketEvent = { type: "socket_open" } | { type: "socket_lost" };

/** What happens in the room of a call, by the call. */
export type RoomEvent =
  | { type: "entered"; callId: string }
  /** The room cannot be entered, or its connection does not come back. */
  | { type: "room_lost"; callId: string }
  | { type: "other_entered"; callId: string }
  | { type: "track_arrived"; callId: string }
  | { type: "message_arrived"; callId: string; message: RoomMessage }
  | { type: "quality_changed"; callId: string; quality: Quality }
  /** Their first frame is on the screen. */
  | { type: "playing" };

type TimerEvent =
  /** The other is in the room, and their picture should be there by now. */
  | { type: "picture_overdue"; callId: string }
  | { type: "room_checked"; callId: string; hasOther: boolean }
  | { type: "search_again" };

/** Everything that can happen to the live page. */
export type TalkEvent =
  | PersonEvent
  | SocketEvent
  | ServerEvent
  | RoomEvent
  | TimerEvent;

/** What is to be done beside the model. */
export type TalkEffect =
  | { type: "connect" }
  | { type: "close" }
  | { type: "send"; request: RequestBody }
  /** Starts loading the media library. */
  | { type: "load" }
  | { type: "enter"; matched: Matched }
  | { type: "leave" }
  /** Looks, `ms` from now, whether the other is in the room. */
  | { type: "check_room"; ms: Millis; callId: string }
  | { type: "after"; ms: Millis; event: TimerEvent }
  | { type: "go"; to: "/account/standing" | "/consent" | "/talk" };
