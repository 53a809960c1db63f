import {
  type AccountId,
  dayOf,
  type Millis,
  newAccountId,
  sha256,
} from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import type { DeviceFacts } from "./device.ts";
import { accounts, devices, sessions } from "./records.ts";
import { addSession, type Session } from "./sessions.ts";

/**
 * The proof that somebody passed gate and consent. Only findSession makes one,
 * and nothing that merely looks like it can take its place.
 */
export class Member {
  readonly kind = "member";
  /** Makes the type one of its own: nothing else has this very field. */
  readonly #proof = true;

  /**
   * @param session The name of the session that asks: the digest of its cookie.
   * @param provenAt When a passkey or code last showed who this is; 0 for never.
   */
  constructor(
    readonly accountId: AccountId,
    readonly session: string,
    readonly provenAt: Millis,
  ) {}
}

export interface NewAccount {
  accountId: AccountId;
  /** For the cookie; only its digest is kept. */
  token: string;
}

/** Adds an account and its first session to a write. */
export function addAccount(
  write: Write,
  now: Millis,
  device: DeviceFacts | null = null,
): NewAccount {
  const accountId = newAccountId();
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

/** Moves on what lasts while a person comes; see renewOnVisit. */
export type OnNewDay = (accountId: AccountId, day: Millis) => Promise<void>;

/**
 * Who the cookie belongs to, or null. Notes the day, once a day, because all
 * that hangs on the account ends when nobody comes any more.
 */
export async function findSession(
  store: Store,
  token: string,
  now: Millis,
  onNewDay: OnNewDay,
): Promise<Member | null> {
  const session = await store.get(sessions, [sha256(token)]);
  if (!session) return null;
  const account = await store.get(accounts, [session.value.accountId]);
  if (!account) return null;
  const { tokenDigest, provenAt, seenDay } = session.value;
  const accountId = account.value.id;
  // Where another request notes the same day, that one renews the rest.
  if (seenDay < dayOf(now) && await noteDay(store, session, now)) {
    await onNewDay(accountId, dayOf(now));
  }
  return new Member(accountId, tokenDigest, provenAt);
}

/** Renews the session that is used, and its device; false if it had changed. */
async function noteDay(
  store: Store,
  session: Session,
  now: Millis,
): Promise<boolean> {
  const seenDay = dayOf(now);
  const { device } = session.value;
  const behind = device === null ? null : await store.get(devices, [device]);
  const write = store.write()
    .replace(session, { ...session.value, seenDay });
  if (behind) write.replace(behind, { ...behind.value, seenDay });
  return (await write.commit()).ok;
}

/** The day on which an account began; null for one that is not there. */
export async function accountSince(
  store: Store,
  accountId: AccountId,
): Promise<Millis | null> {
  return (await store.get(accounts, [accountId]))?.value.createdDay ?? null;
}
