import {
  type AccountId,
  dayOf,
  type Millis,
  newId,
  newSecret,
  sha256,
} from "../kernel/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import type { Member } from "./actions.ts";
import type { DeviceFacts } from "./device.ts";
import { devices, sessions } from "./records.ts";

type SessionValue = ValueOf<typeof sessions>;
type DeviceValue = ValueOf<typeof devices>;
export type Session = Stored<SessionValue, readonly [string]>;

export interface NewSession {
  accountId: AccountId;
  /** Null where nothing is to be recorded of it. */
  device: DeviceFacts | null;
  now: Millis;
  provenAt: Millis;
}

/** One session as its owner sees it. */
export interface SessionView {
  /** Its name in the form that ends it. */
  id: string;
  current: boolean;
  createdDay: Millis;
  seenDay: Millis;
  device: DeviceValue | null;
}

const MAX_SESSIONS = 100;

/** Adds a session to a write; answers the secret for its cookie. */
export function addSession(
  write: Write,
  { accountId, device, now, provenAt }: NewSession,
): string {
  const token = newSecret();
  const day = dayOf(now);
  const id = device ? newId() : null;
  const since = { createdDay: day, seenDay: day };
  if (device) write.add(devices, { id: id!, accountId, ...device, ...since });
  write.add(sessions, {
    tokenDigest: sha256(token),
    accountId,
    ...since,
    device: id,
    provenAt,
  });
  return token;
}

/** Puts a new session in the place of one, on the same device. */
export function rotateSession(
  write: Write,
  old: Session,
  now: Millis,
): string {
  const token = newSecret();
  write.remove(old).add(sessions, {
    ...old.value,
    tokenDigest: sha256(token),
    seenDay: dayOf(now),
    provenAt: now,
  });
  return token;
}

/** Notes that whoever holds the session has just shown who they are. */
export async function noteProof(
  store: Store,
  write: Write,
  member: Member,
  now: Millis,
): Promise<void> {
  const session = await store.get(sessions, [member.session]);
  if (session) write.replace(session, { ...session.value, provenAt: now });
}

/** The sessions of the account, the one that asks first. */
export async function listSessions(
  store: Store,
  { accountId, session }: Member,
): Promise<SessionView[]> {
  const found = await ofAccount(store, accountId);
  const behind = await store.getMany(
    devices,
    found.map(({ value }) => [value.device ?? ""] as const),
  );
  const views = found.map(({ value }, n) => ({
    id: value.tokenDigest,
    current: value.tokenDigest === session,
    createdDay: value.createdDay,
    seenDay: value.seenDay,
    device: behind[n]?.value ?? null,
  }));
  return views.sort((a, b) =>
    Number(b.current) - Number(a.current) || b.seenDay - a.seenDay
  );
}

/** Ends a session of this account, with its device record. */
export async function endSession(
  store: Store,
  { accountId }: Member,
  id: string,
): Promise<boolean> {
  const ended = await store.transact(async (write) => {
    const session = await store.get(sessions, [id]);
    if (session?.value.accountId !== accountId) return false;
    write.remove(session);
    const device = await store.get(devices, [session.value.device ?? ""]);
    if (device) write.remove(device);
    return true;
  });
  return ended.ok && ended.value;
}

export async function endAllSessions(
  store: Store,
  member: Member,
): Promise<void> {
  for (;;) {
    const found = await ofAccount(store, member.accountId);
    if (found.length === 0) return;
    for (const { value } of found) {
      await endSession(store, member, value.tokenDigest);
    }
  }
}

/** Erases what is recorded of a device; its session goes on without. */
export async function eraseDevice(
  store: Store,
  { accountId }: Member,
  id: string,
): Promise<boolean> {
  const erased = await store.transact(async (write) => {
    const device = await store.get(devices, [id]);
    if (device?.value.accountId !== accountId) return false;
    write.remove(device);
    for (const session of await ofAccount(store, accountId)) {
      if (session.value.device !== id) continue;
      write.replace(session, { ...session.value, device: null });
    }
    return true;
  });
  return erased.ok && erased.value;
}

async function ofAccount(
  store: Store,
  accountId: AccountId,
): Promise<Session[]> {
  const { items } = await store.list(sessions, "byAccount", {
    of: [accountId],
    limit: MAX_SESSIONS,
  });
  return items;
}
