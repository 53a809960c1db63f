import {
  type AccountId,
  type Millis,
  ok,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import type { Store, Write } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import type { DeviceFacts } from "../device.ts";
import { accounts, sessions } from "../records.ts";
import { addSession, rotateSession } from "../sessions.ts";

/** From where somebody comes back. */
export interface SignInFacts {
  /** Who the browser is let in as already, if anybody. */
  current: Member | null;
  device: DeviceFacts | null;
  now: Millis;
  /** What is written with it by rooms after this one. */
  also?(write: Write, accountId: AccountId): Promise<void>;
}

export type ReturnRefusal =
  /** No key like this; which part is wrong is not told. */
  | "unknown"
  /** The browser is let in as somebody else, who might not come back. */
  | "other";

/**
 * Lets a browser in as the account whose key was just shown. Its session is a
 * new one in any case, so that nobody holds one from before.
 */
export async function signIn(
  store: Store,
  accountId: AccountId,
  { current, device, now, also: alsoAfter }: SignInFacts,
  also: (write: Write) => void | Promise<void>,
): Promise<Result<string, ReturnRefusal>> {
  if (current && current.accountId !== accountId) return refuse("other");
  const done = await store.transact(async (write) => {
    const owner = await store.get(accounts, [accountId]);
    if (!owner) return null;
    write.unchanged(owner);
    await also(write);
    await alsoAfter?.(write, accountId);
    const old = current && await store.get(sessions, [current.session]);
    return old
      ? rotateSession(write, old, now)
      : addSession(write, { accountId, device, now, provenAt: now });
  });
  return done.ok && done.value !== null ? ok(done.value) : refuse("unknown");
}
