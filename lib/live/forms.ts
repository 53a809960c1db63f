import { z } from "zod";

/**
 * The protocol of `/talk/live`, version 1: one JSON object a frame. A new
 * version is a new number; a page of an older one is asked to reload.
 */
export const PROTOCOL = 1;

/** The largest frame a browser may send, in bytes. */
export const LARGEST_FRAME = 4096;

const id = z.string().length(26);
const v = z.literal(PROTOCOL);

/** What a browser may say. */
export const request = z.discriminatedUnion("type", [
  z.strictObject({ v, type: z.literal("find") }),
  /** Leaves this call, if it is still on, and asks for the next person. */
  z.strictObject({ v, type: z.literal("next"), call: id.nullable() }),
  /** Leaves the line or the call. */
  z.strictObject({ v, type: z.literal("stop") }),
  /** `ref` is the page's own name for the line, for the answer. */
  z.strictObject({
    v,
    type: z.literal("say"),
    call: id,
    ref: z.number().int().min(0),
    text: z.string(),
  }),
  /** The media connection of this call is gone for good. */
  z.strictObject({ v, type: z.literal("lost"), call: id }),
  z.strictObject({ v, type: z.literal("ping") }),
]);
export type Request = z.output<typeof request>;

export type FaultCode =
  | "malformed"
  | "too_large"
  | "unknown"
  | "version"
  | "too_fast"
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
    /** The person's own name in the room; lines carry it. */
    identity: string;
  }
  | {
    type: "ended";
    call: string;
    by: "you" | "they" | "interrupted";
    seconds: number;
  }
  | { type: "said"; ref: number; id: string }
  | { type: "unsaid"; ref: number; reason: UnsaidReason; waitMs?: number }
  | { type: "media"; up: boolean }
  | { type: "pong" }
  | { type: "fault"; code: FaultCode; message: string; waitMs?: number }
  | { type: "bye"; reason: "restart" | "elsewhere" | "signed_out" };

/** What arrives in the room, on topic `line`. */
export interface LineInRoom {
  id: string;
  from: string;
  text: string;
  at: number;
}
export const LINE_TOPIC = "line";
