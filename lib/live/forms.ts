import { z } from "zod";
import { PROTOCOL } from "./protocol.ts";

/**
 * The largest frame a browser may send, in bytes: the longest message, whatever
 * it is written in, its escapes in JSON and the other fields.
 */
export const MAX_FRAME = 16 * 1024;

const id = z.string().length(26);
const v = z.literal(PROTOCOL);

/** What a browser may say. */
export const request = z.discriminatedUnion("type", [
  z.strictObject({ v, type: z.literal("find") }),
  /** Leaves this call, if it is still on, and asks for the next person. */
  z.strictObject({ v, type: z.literal("next"), call: id.nullable() }),
  /** Leaves the queue or the call. */
  z.strictObject({ v, type: z.literal("stop") }),
  /** `ref` is the page's own number for the message, for the answer. */
  z.strictObject({
    v,
    type: z.literal("say"),
    call: id,
    ref: z.number().int().min(0),
    text: z.string(),
  }),
  /** In the room now: what was written before is told again. */
  z.strictObject({ v, type: z.literal("here"), call: id }),
  /** The media connection of this call is gone for good. */
  z.strictObject({ v, type: z.literal("lost"), call: id }),
  z.strictObject({ v, type: z.literal("ping") }),
]);
export type Request = z.output<typeof request>;
