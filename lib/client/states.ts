import type { Millis } from "../kernel/mod.ts";
import type { ChatState } from "./chat_messages.ts";
import type { Quality } from "./room.ts";

/** What the live page shows; `matched` turns `live` when their picture is there. */
export type TalkState =
  | "ready"
  | "searching"
  | "matched"
  | "live"
  | "ended"
  | "interrupted";

/** How a call ended. */
export type EndReason =
  | "they-left"
  | "you-left"
  | "interrupted"
  | "failed"
  | "elsewhere";

/** A call, and one's own name in its room. */
export interface CallSeat {
  id: string;
  identity: string;
}

type Phase =
  | { state: "ready" }
  /** `since`: the start of what the clock of the page counts. */
  | { state: "searching"; since: Millis }
  | {
    state: "matched" | "live";
    since: Millis;
    call: CallSeat;
    connection: "connecting" | Quality;
  }
  /** `talked`: seconds that the call lasted. */
  | { state: "ended"; reason: EndReason; talked: number }
  /** `searching`: the search goes on by itself when the service is back. */
  | { state: "interrupted"; searching: boolean; talked: number };

/** All that the live page knows, apart from its devices. */
export type TalkModel = Phase & {
  /** `closed`: on purpose, so that it does not come back by itself. */
  socket: "open" | "lost" | "closed";
  mediaUp: boolean;
  /** Presses before this time are of the same finger as the one before. */
  restsUntil: Millis;
  chat: ChatState;
};

/** The model of somebody who is in a call. */
export type InCall = Extract<TalkModel, { state: "matched" | "live" }>;

export function inCall(model: TalkModel): model is InCall {
  return model.state === "matched" || model.state === "live";
}
