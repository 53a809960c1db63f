import { dayOf, type Millis, newId, sha256 } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import type { DeviceFacts } from "./device.ts";
import { renewKeys } from "./keys/actions.ts";
import { renewProfile } from "./profile/actions.ts";
import { accounts, devices, sessions } from "./records.ts";
import { addSession, type Session } from "./sessions.ts";

/** Whoever holds this has passed gate and consent. */
export interface Member {
  accountId: string;
  /** The name of the session that asks: the digest of its cookie. */
  session: string;
  /** When a passkey or code last showed who this is; 0 for never. */
  provenAt: Millis;
}

export interface NewAccount {
  accountId: string;
  /** For the cookie; only its digest is kept. */
  token: string;
}

/** Adds an account and its first session to a write. */
export function addAccount(
  write: Write,
  now: Millis,
  device: DeviceFacts | null = null,
): NewAccount {
  const accountId = newId();
  const day = dayOf(now);
  write.add(accounts, { id: accountId, createdDay: day, seenDay: day });
  const token = addSession(write, {
    accountId,
    device,
    now,
    provenAt: 0,
  });
  return { accountId, token };
}

/**
 * Who the cookie belongs to, or null. Notes the day, once a day, because all
 * that hangs on the account ends when nobody comes any more.
 */
export async function findSession(
  store: Store,
  token: string,
  now: Millis,
): Promise<Member | null> {
  const session = await store.get(sessions, [sha256(token)]);
  if (!session) return null;
  const accountId = await store.get(accounts, [session.value.accountId]);
  if (!accountId) return null;
  const { tokenDigest, provenAt } = session.value;
  if (session.value.seenDay < dayOf(now)) await noteDay(store, session, now);
  return { accountId: accountId.value.id, session: tokenDigest, provenAt };
}

async function noteDay(
  store: Store,
  session: Session,
  now: Millis,
): Promise<void> {
  const seenDay = dayOf(now);
  const { accountId: id, device } = session.value;
  const accountId = await store.get(accounts, [id]);
  const behind = device === null ? null : await store.get(devices, [device]);
  const write = store.write()
    .replace(session, { ...session.value, seenDay });
  for (const stored of [accountId, behind]) {
    if (stored) write.replace(stored as never, { ...stored.value, seenDay });
  }
  // Somebody else noted it at the same moment: then it is noted.
  if (!(await write.commit()).ok) return;
  await renewProfile(store, id, seenDay);
  await renewKeys(store, id, seenDay);
}
