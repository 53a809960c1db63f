import type { Seat } from "../calls/mod.ts";
import type { Millis } from "../kernel/mod.ts";
import type {
  Admission,
  AdmissionRefusal,
  JoinRefusal,
} from "../matching/mod.ts";
import type { Ending } from "../usage/mod.ts";
import type { Request } from "./forms.ts";
import type { Event as ServerEvent } from "./protocol.ts";

/** Where one person stands, as their process sees it. */
export type ConnectionState =
  /** `lastCall`: who was in it does not meet again at once. */
  | { name: "idle"; lastCall: string | null }
  | { name: "searching"; lastCall: string | null }
  /** `here`: in the room of the call, as their page says. */
  | { name: "in_call"; callId: string; here: boolean }
  /** The socket closed. */
  | { name: "gone" };

export type ConnectionEvent =
  | Request
  | { type: "admitted"; admission: Admission }
  | { type: "refused"; reason: AdmissionRefusal }
  | { type: "too_fast"; waitMs: Millis }
  | { type: "join_refused"; reason: JoinRefusal }
  /** Their queue entry is gone, though they still search. */
  | { type: "entry_lost" }
  | { type: "seated"; seat: Seat }
  | { type: "ended"; callId: string; ending: Ending }
  /** A sanction keeps them out from now on. */
  | { type: "parted" }
  /** They should be in the room by now. */
  | { type: "arrival_overdue"; callId: string }
  /** The media server went away, and every room with it. */
  | { type: "media_lost" }
  | { type: "closed" };

export type ConnectionEffect =
  | { type: "send"; event: ServerEvent }
  /** Asks whether they may be in calls; `counted` as one of their searches. */
  | { type: "admit"; counted: boolean }
  | { type: "join"; admission: Admission; lastCall: string | null }
  | { type: "leave_queue" }
  /** `by`: they themselves, or nobody of the two. */
  | { type: "finish"; callId: string; by: "self" | null }
  | { type: "look_at_media" }
  | { type: "tell_match"; seat: Seat }
  | { type: "tell_end"; callId: string; ending: Ending }
  | { type: "tell_messages"; callId: string }
  | { type: "say"; request: Extract<Request, { type: "say" }> };

export interface ConnectionStep {
  state: ConnectionState;
  effects: readonly ConnectionEffect[];
}
