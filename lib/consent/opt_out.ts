import { type AccountId, dayOf, type Millis } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { optOuts } from "./records.ts";

export type OptOutMethod = "gpc" | "form";

/**
 * Global Privacy Control as its specification has it: exactly `1`, and one such
 * among several is enough (the platform joins them by commas).
 */
export function signalsGpc(headers: Headers): boolean {
  const sent = headers.get("sec-gpc")?.split(",") ?? [];
  return sent.some((value) => value.trim() === "1");
}

/** Adds the opt-out of a new account to the write that makes it. */
export function addOptOut(
  write: Write,
  accountId: AccountId,
  method: OptOutMethod,
  now: Millis,
): void {
  write.create(optOuts, { accountId, method, at: now, seenDay: dayOf(now) });
}

/**
 * Whether this person opted out, by what they sent now or at any time before.
 * It lasts as long as they come.
 */
export async function saveOptOut(
  store: Store,
  accountId: AccountId,
  sent: OptOutMethod | null,
  now: Millis,
): Promise<boolean> {
  const found = await store.get(optOuts, [accountId]);
  if (found) return true;
  if (sent === null) return false;
  const write = store.write();
  addOptOut(write, accountId, sent, now);
  await write.commitOrLeave(
    "another request kept the same, or the person is erased",
  );
  return true;
}
