import { type Millis } from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Chatter } from "../actions.ts";
import { findKeys, hasKeys, isProven } from "./proof.ts";
import { passkeys, recoveryCodes } from "./records.ts";

/** So many passkeys an account may have; nobody carries more. */
export const MOST_PASSKEYS = 5;

/** Moves the end of the account's keys on, because somebody came. */
export async function keepKeys(
  store: Store,
  account: string,
  seenDay: Millis,
): Promise<void> {
  await store.transact(async (write) => {
    const code = await store.get(recoveryCodes, [account]);
    if (code) write.replace(code, { ...code.value, seenDay });
    const { items } = await store.list(passkeys, "byAccount", {
      of: [account],
      limit: MOST_PASSKEYS,
    });
    for (const key of items) write.replace(key, { ...key.value, seenDay });
  });
}

/** Removes a passkey by its id, or the code. Needs fresh proof. */
export async function removeKey(
  store: Store,
  chatter: Chatter,
  which: { passkey: string } | "code",
  now: Millis,
): Promise<boolean> {
  const { account } = chatter;
  if (!isProven(chatter, now)) return false;
  const removed = await store.transact(async (write) => {
    const found = which === "code"
      ? await store.get(recoveryCodes, [account])
      : await store.get(passkeys, [which.passkey]);
    if (found?.value.account === account) write.remove(found as never);
  });
  return removed.ok;
}

/**
 * Whether the account's data may be handed out now: a key was shown lately.
 * `none` when there is no key yet that could be shown.
 */
export async function proofOf(
  store: Store,
  chatter: Chatter,
  now: Millis,
): Promise<"fresh" | "stale" | "none"> {
  if (isProven(chatter, now)) return "fresh";
  return hasKeys(await findKeys(store, chatter.account)) ? "stale" : "none";
}
