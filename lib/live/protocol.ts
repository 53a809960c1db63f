/**
 * The protocol of `/talk/live`, version 1: one JSON object a frame. A new
 * version is a new number; a page of an older one is asked to reload.
 */
export const PROTOCOL = 1;

export type FaultReason =
  | "malformed"
  | "too_large"
  | "unknown"
  | "version"
  | "too_fast"
  | "restricted"
  /** A decision keeps the person out; /account/standing says which. */
  | "sanctioned"
  /** A text has changed: the person must agree to it at /consent first. */
  | "outdated"
  | "unavailable";

export type UnsaidReason = "empty" | "long" | "too_fast" | "over" | "failed";

/** What the server says. */
export type Event =
  | { type: "welcome"; v: typeof PROTOCOL; media: boolean }
  | { type: "searching" }
  | { type: "ready" }
  | {
    type: "matched";
    call: string;
    /** Where the room is, and what opens it, within 60 s. */
    url: string;
    token: string;
    /** The person's own name in the room; messages carry it. */
    identity: string;
  }
  | {
    type: "ended";
    call: string;
    by: "you" | "they" | "interrupted";
    seconds: number;
  }
  /** Everything that was written in this call so far, oldest first. */
  | { type: "messages"; call: string; messages: RoomMessage[] }
  | { type: "said"; ref: number; id: string; text: string }
  | { type: "unsaid"; ref: number; reason: UnsaidReason; waitMs?: number }
  | { type: "media"; up: boolean }
  | { type: "pong" }
  | { type: "fault"; reason: FaultReason; message: string; waitMs?: number }
  | { type: "bye"; reason: "restart" | "elsewhere" | "signed_out" };

/** What arrives in the room, on topic `chat`. */
export interface RoomMessage {
  id: string;
  from: string;
  text: string;
  at: number;
}
export const CHAT_TOPIC = "chat";
