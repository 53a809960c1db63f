import type { Stored, ValueOf } from "../store/mod.ts";
import { type AccountId, type Millis, newId } from "../kernel/mod.ts";
import type { calls } from "./records.ts";

export type Call = ValueOf<typeof calls>;
export type StoredCall = Stored<Call, readonly [string]>;

/** A new call of two people; every name in it is random and new. */
export function newCall(a: AccountId, b: AccountId, now: Millis): Call {
  return {
    id: newId(),
    room: newId(),
    a,
    b,
    identityA: newId(),
    identityB: newId(),
    startedAt: now,
    endedAt: null,
    openSince: now,
  };
}

/** What one side needs to know, and nothing about the other. */
export interface Seat {
  call: string;
  room: string;
  identity: string;
}

export function seatOf(call: Call, accountId: AccountId): Seat | null {
  const identity = accountId === call.a
    ? call.identityA
    : accountId === call.b
    ? call.identityB
    : null;
  return identity === null
    ? null
    : { call: call.id, room: call.room, identity };
}

export function otherThan(call: Call, accountId: AccountId): AccountId | null {
  return call.a === accountId ? call.b : call.a;
}

export function ended(call: Call, now: Millis): Call {
  return { ...call, endedAt: now, openSince: null };
}
