import { dayOf, digest, type Millis, newId, newSecret } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { accounts, sessions } from "./records.ts";

/** Whoever holds this has passed gate and consent. */
export interface Chatter {
  account: string;
}

export interface NewAccount extends Chatter {
  /** For the cookie; only its digest is kept. */
  token: string;
}

/** Adds an account and its first session to a write. */
export async function addAccount(
  write: Write,
  now: Millis,
): Promise<NewAccount> {
  const account = newId();
  const token = newSecret();
  const day = dayOf(now);
  write
    .add(accounts, { id: account, createdDay: day, seenDay: day })
    .add(sessions, {
      tokenDigest: await digest(token),
      account,
      createdDay: day,
      seenDay: day,
    });
  return { account, token };
}

/**
 * Who the cookie belongs to, or null. Notes the day, once a day, because both
 * records end when nobody comes any more.
 */
export async function findSession(
  store: Store,
  token: string,
  now: Millis,
): Promise<Chatter | null> {
  const session = await store.get(sessions, [await digest(token)]);
  if (!session) return null;
  const account = await store.get(accounts, [session.value.account]);
  if (!account) return null;
  const seenDay = dayOf(now);
  if (session.value.seenDay < seenDay) {
    await store.write()
      .replace(session, { ...session.value, seenDay })
      .replace(account, { ...account.value, seenDay })
      .commit();
  }
  return { account: account.value.id };
}
