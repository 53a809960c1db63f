import {
  dayOf,
  type Millis,
  MINUTE,
  newSecret,
  sha256,
} from "../kernel/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import { preferencesOf } from "./preferences.ts";
import {
  IDLE_MINUTES,
  SESSION_MINUTES,
  staffAccounts,
  staffOwnAccounts,
  staffSessions,
} from "./records.ts";
import { Staff } from "./staff.ts";

/** How often a session notes that it is used. */
const NOTED_EVERY: Millis = MINUTE;
/** More than one person ever opens; the oldest ends for a new one. */
const MAX_SESSIONS = 20;

type StaffSession = ValueOf<typeof staffSessions>;

export interface NewStaffSession {
  staffId: string;
  /** As its owner knows it in a list, such as "Firefox on Linux". */
  browser: string;
  now: Millis;
  /** The place of a passkey that was shown already; none unless given. */
  provenFor?: string;
}

/**
 * Adds a session to a write; answers the secret for its cookie. Of as many as
 * may be open, the one that was used least lately ends.
 */
export async function addStaffSession(
  store: Store,
  write: Write,
  { staffId, browser, now, provenFor }: NewStaffSession,
): Promise<string> {
  const token = newSecret();
  const { items } = await store.list(staffSessions, "byStaff", {
    of: [staffId],
    limit: MAX_SESSIONS,
  });
  if (items.length === MAX_SESSIONS) {
    const [oldest] = items.sort((a, b) => a.value.seenAt - b.value.seenAt);
    write.remove(oldest);
  }
  write.add(staffSessions, {
    digest: sha256(token),
    staffId,
    browser,
    startedAt: now,
    seenAt: now,
    provenAt: now,
    provenFor: provenFor ?? null,
  });
  return token;
}

/**
 * Who of the staff holds this cookie. Null past eight hours, or after thirty
 * minutes without a press; what a page asks by itself is none. Whoever was
 * removed has no sessions.
 */
export async function findStaff(
  store: Store,
  token: string,
  now: Millis,
  { isPress = true } = {},
): Promise<Staff | null> {
  const session = await store.get(staffSessions, [sha256(token)]);
  if (!session || hasEnded(session.value, now)) return null;
  const { staffId } = session.value;
  const account = await store.get(staffAccounts, [staffId]);
  if (!account || account.value.removedAt !== null) return null;
  if (isPress && now - session.value.seenAt >= NOTED_EVERY) {
    await store.write().replace(session, { ...session.value, seenAt: now })
      .commitOrLeave("another request of the same session noted it");
  }
  const own = await Array.fromAsync(
    store.eachIn(staffOwnAccounts, "byStaff", [staffId]),
    ({ value }) => value.subject,
  );
  return new Staff({
    staffId,
    name: account.value.name,
    roles: account.value.roles,
    session: session.value.digest,
    endsAt: session.value.startedAt + SESSION_MINUTES * MINUTE,
    provenAt: session.value.provenAt,
    provenFor: session.value.provenFor,
    ownAccounts: new Set(own),
    preferences: await preferencesOf(store, staffId),
  });
}

/** Whether this cookie was somebody's until they left it idle, or too long. */
export async function hasLapsed(store: Store, token: string): Promise<boolean> {
  return await store.get(staffSessions, [sha256(token)]) !== null;
}

/** Those of these sessions, by their digests, that have not ended. */
export async function openSessions(
  store: Store,
  digests: readonly string[],
  now: Millis,
): Promise<Set<string>> {
  const found = await store.getMany(
    staffSessions,
    digests.map((digest) => [digest] as const),
  );
  return new Set(
    digests.filter((_, n) => {
      const session = found[n];
      return session !== null && !hasEnded(session.value, now);
    }),
  );
}

function hasEnded(
  { startedAt, seenAt }: StaffSession,
  now: Millis,
): boolean {
  return now - startedAt >= SESSION_MINUTES * MINUTE ||
    now - seenAt >= IDLE_MINUTES * MINUTE;
}

/** Remembers that this person uses an account as a member. */
export async function noteOwnAccount(
  store: Store,
  staff: Staff,
  subject: string,
  now: Millis,
): Promise<void> {
  if (staff.facts.ownAccounts.has(subject)) return;
  const { staffId } = staff;
  await store.write().create(staffOwnAccounts, { staffId, subject, at: now })
    .commitOrLeave("another request noted the same account");
}

/** Notes that a passkey was shown in a session, and for what. */
export function noteStaffProof(
  write: Write,
  session: Stored<StaffSession, readonly [string]>,
  { now, provenFor }: { now: Millis; provenFor: string | null },
): void {
  const proof = { provenAt: now, provenFor, seenAt: now };
  write.replace(session, { ...session.value, ...proof });
}

export interface StaffSessionView {
  id: string;
  current: boolean;
  browser: string;
  startedAt: Millis;
  seenAt: Millis;
}

/** The open sessions of one of the staff, the newest first. */
export async function listStaffSessions(
  store: Store,
  staffId: string,
  { current, now }: { current: string; now: Millis },
): Promise<StaffSessionView[]> {
  const { items } = await store.list(staffSessions, "byStaff", {
    of: [staffId],
    limit: MAX_SESSIONS,
  });
  return items.map(({ value }) => value)
    .filter((session) => !hasEnded(session, now))
    .sort((a, b) => b.seenAt - a.seenAt)
    .map(({ digest, browser, startedAt, seenAt }) => ({
      id: digest,
      current: digest === current,
      browser,
      startedAt,
      seenAt,
    }));
}

/** Ends the sessions of one of the staff: one, or all. Answers how many there were. */
export async function removeStaffSessions(
  store: Store,
  staffId: string,
  only?: string,
): Promise<number> {
  const { items } = await store.list(staffSessions, "byStaff", {
    of: [staffId],
    limit: MAX_SESSIONS,
  });
  const ended = items
    .filter(({ value }) => only === undefined || value.digest === only);
  for (const session of ended) {
    // A press in that session may change it meanwhile: it ends all the same.
    await store.transactOrThrow("end a session", async (write) => {
      const now = await store.get(staffSessions, [session.value.digest]);
      if (now) write.remove(now);
    });
  }
  return ended.length;
}

/** The day counts as one on which they were here. */
export function seenNow(now: Millis): { seenDay: Millis } {
  return { seenDay: dayOf(now) };
}
