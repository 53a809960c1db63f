import { calls, otherThan, type Seat, seatOf } from "../calls/mod.ts";
import { savedMessages, saveMessage } from "../chat/mod.ts";
import { type AccountId, type Millis, SECOND } from "../kernel/mod.ts";
import type { Deps } from "../matching/mod.ts";
import type { Ending } from "../usage/mod.ts";
import type { Request } from "./forms.ts";
import {
  CHAT_TOPIC,
  type Event,
  type RoomMessage,
  type UnsaidReason,
} from "./protocol.ts";

/** The seat of a person in a call that is on, or null. */
export async function seatIn(
  { store }: Deps,
  callId: string,
  accountId: AccountId,
): Promise<Seat | null> {
  const call = await store.get(calls, [callId]);
  if (!call || call.value.endedAt !== null) return null;
  return seatOf(call.value, accountId);
}

/** Where the room is, and what opens it. */
export async function matchedEvent(
  { media }: Deps,
  { call, room, identity }: Seat,
): Promise<Event> {
  const token = await media.token(room, identity);
  return { type: "matched", call, url: media.url, token, identity };
}

export async function endedEvent(
  { store }: Deps,
  callId: string,
  ending: Ending,
): Promise<Event> {
  const call = await store.get(calls, [callId]);
  const { startedAt, endedAt } = call?.value ?? { startedAt: 0, endedAt: 0 };
  return {
    type: "ended",
    call: callId,
    by: ending,
    seconds: Math.round(((endedAt ?? startedAt) - startedAt) / SECOND),
  };
}

/**
 * What was written in a call so far, by the names in its room; null when there
 * is nothing. The room forgets; who comes into it later still reads it.
 */
export async function messagesEvent(
  { store }: Deps,
  callId: string,
): Promise<Event | null> {
  const call = await store.get(calls, [callId]);
  if (!call) return null;
  const messages = (await savedMessages(store, callId)).flatMap((message) => {
    const seat = message.from && seatOf(call.value, message.from);
    return seat ? [{ ...message, from: seat.identity }] : [];
  });
  return messages.length > 0
    ? { type: "messages", call: callId, messages }
    : null;
}

/** Saves a message and sends it into the room. Answers what became of it. */
export async function sayInCall(
  deps: Deps,
  accountId: AccountId,
  { call: callId, ref, text }: Extract<Request, { type: "say" }>,
): Promise<Event> {
  const call = await deps.store.get(calls, [callId]);
  const seat = call && seatOf(call.value, accountId);
  const other = call && otherThan(call.value, accountId);
  const isOver = call?.value.endedAt !== null;
  if (!seat || !other || isOver) return unsaid(ref, "over");
  const saved = await saveMessage(deps, {
    call: callId,
    from: accountId,
    to: other,
    text,
  });
  if (!saved.ok) {
    return unsaid(ref, saved.refusal === "erased" ? "over" : saved.refusal);
  }
  const message: RoomMessage = { ...saved.value, from: seat.identity };
  try {
    await deps.media.send(seat.room, CHAT_TOPIC, message);
  } catch {
    return unsaid(ref, "failed");
  }
  return { type: "said", ref, id: message.id, text: message.text };
}

export function unsaid(
  ref: number,
  reason: UnsaidReason,
  waitMs?: Millis,
): Event {
  return { type: "unsaid", ref, reason, waitMs };
}
