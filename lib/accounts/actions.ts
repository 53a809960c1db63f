import { dayOf, digest, type Millis, newId } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import type { DeviceFacts } from "./device.ts";
import { keepKeys } from "./keys/actions.ts";
import { keepProfile } from "./profile/actions.ts";
import { accounts, devices, sessions } from "./records.ts";
import { addSession, type Session } from "./sessions.ts";

/** Whoever holds this has passed gate and consent. */
export interface Chatter {
  account: string;
  /** The name of the session that asks: the digest of its cookie. */
  session: string;
  /** When a passkey or code last showed who this is; 0 for never. */
  provenAt: Millis;
}

export interface NewAccount {
  account: string;
  /** For the cookie; only its digest is kept. */
  token: string;
}

/** Adds an account and its first session to a write. */
export async function addAccount(
  write: Write,
  now: Millis,
  device: DeviceFacts | null = null,
): Promise<NewAccount> {
  const account = newId();
  const day = dayOf(now);
  write.add(accounts, { id: account, createdDay: day, seenDay: day });
  const token = await addSession(write, { account, device, now, provenAt: 0 });
  return { account, token };
}

/**
 * Who the cookie belongs to, or null. Notes the day, once a day, because all
 * that hangs on the account ends when nobody comes any more.
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
  const { tokenDigest, provenAt } = session.value;
  if (session.value.seenDay < dayOf(now)) await noteDay(store, session, now);
  return { account: account.value.id, session: tokenDigest, provenAt };
}

async function noteDay(
  store: Store,
  session: Session,
  now: Millis,
): Promise<void> {
  const seenDay = dayOf(now);
  const { account: id, device } = session.value;
  const account = await store.get(accounts, [id]);
  const behind = device === null ? null : await store.get(devices, [device]);
  const write = store.write()
    .replace(session, { ...session.value, seenDay });
  for (const stored of [account, behind]) {
    if (stored) write.replace(stored as never, { ...stored.value, seenDay });
  }
  // Somebody else noted it at the same moment: then it is noted.
  if (!(await write.commit()).ok) return;
  await keepProfile(store, id, seenDay);
  await keepKeys(store, id, seenDay);
}
