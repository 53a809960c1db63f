import { type Millis } from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { findKeys, hasKeys, isProven } from "./proof.ts";
import { passkeys, recoveryCodes } from "./records.ts";

/** So many passkeys an account may have; nobody carries more. */
export const MAX_PASSKEYS = 5;

/** Removes a passkey by its id, or the code. Needs fresh proof. */
export async function removeKey(
  store: Store,
  member: Member,
  which: { passkey: string } | "code",
  now: Millis,
): Promise<boolean> {
  const { accountId } = member;
  if (!isProven(member, now)) return false;
  const removed = await store.transact(async (write) => {
    const found = which === "code"
      ? await store.get(recoveryCodes, [accountId])
      : await store.get(passkeys, [which.passkey]);
    if (found?.value.accountId === accountId) write.remove(found as never);
  });
  return removed.ok;
}

/**
 * Whether the account's data may be handed out now: a key was shown lately.
 * `none` when there is no key yet that could be shown.
 */
export async function proofOf(
  store: Store,
  member: Member,
  now: Millis,
): Promise<"fresh" | "stale" | "none"> {
  if (isProven(member, now)) return "fresh";
  return hasKeys(await findKeys(store, member.accountId)) ? "stale" : "none";
}
