import { HttpError } from "fresh";
import type { Ctx } from "./state.ts";

/** A form of ours is small; whoever takes more says so (see FormOptions). */
export const MAX_BODY = 64 * 1024;

/** Larger than this nothing is taken, whatever a route says. */
export const MAX_ANY_BODY = 32 * 1024 * 1024;

/**
 * The whole body, counted while it comes in: a length that is missing or a lie
 * changes nothing. Throws 413 past the limit, 400 when the sender breaks off.
 */
export async function readBytes(
  ctx: Ctx,
  limit = MAX_BODY,
): Promise<Uint8Array<ArrayBuffer>> {
  const { body, headers } = ctx.req;
  if (Number(headers.get("content-length") ?? 0) > limit) {
    throw new HttpError(413);
  }
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = await reader.read().catch(() => {
      throw new HttpError(400);
    });
    if (part.done) return joined(parts, size);
    size += part.value.length;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw new HttpError(413);
    }
    parts.push(part.value);
  }
}

/** The body as text; see readBytes. */
export async function readText(ctx: Ctx, limit?: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(ctx, limit));
}

function joined(
  parts: readonly Uint8Array[],
  size: number,
): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
