import { type Millis, MINUTE, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import { forgetAlertAddress } from "./alert_address.ts";
import type { StaffDeps } from "./deps.ts";
import {
  codesLeft,
  MAX_STAFF_PASSKEYS,
  passkeysOf,
  removeStaffCodes,
} from "./keys.ts";
import { endShift, onCallUntil } from "./on_call.ts";
import { mayGrant, type Role, ROLE_NAMES } from "./permissions.ts";
import { presentAccounts, type StoredAccount } from "./present_accounts.ts";
import { staffAccounts, staffPasskeys } from "./records.ts";
import { listStaffSessions, removeStaffSessions } from "./sessions.ts";
import type { Actor, Staff } from "./staff.ts";

export type StaffAccount = ValueOf<typeof staffAccounts>;

/** Somebody who pressed something within this time is at work. */
const HERE: Millis = 5 * MINUTE;

export interface StaffAccountView {
  id: string;
  name: string;
  roles: readonly Role[];
  passkeys: number;
  /** Whether they pressed anything within five minutes. */
  isHere: boolean;
  /** The day on which they were last here. */
  seenDay: Millis;
  /** Null while they are not on call. */
  onCallUntil: Millis | null;
}

export type ChangeRefusal =
  /** Nobody of this id is on the staff. */
  | "unknown"
  /** They were changed since the form was made. */
  | "stale"
  /** It gives or takes what the actor lacks. */
  | "lacking"
  /** Nobody changes their own roles, or removes themselves. */
  | "own"
  /** Somebody must be left who can invite others. */
  | "last_admin"
  | "none";

/** Everybody on the staff, in the order of joining. */
export async function listStaff(
  store: Store,
  now: Millis,
): Promise<StaffAccountView[]> {
  const accounts = await presentAccounts(store);
  return await Promise.all(
    accounts.map(async ({ value: { id, name, roles, seenDay } }) => {
      const passkeys = (await passkeysOf(store, id)).length;
      const sessions = await listStaffSessions(store, id, { current: "", now });
      const isHere = sessions.some(({ seenAt }) => now - seenAt < HERE);
      const until = await onCallUntil(store, id, now);
      const facts = { id, name, roles, passkeys, isHere, seenDay };
      return { ...facts, onCallUntil: until };
    }),
  );
}

export async function findStaffAccount(
  store: Store,
  id: string,
): Promise<
  | (StaffAccount & { passkeys: number; codes: { left: number; of: number } })
  | null
> {
  const account = await store.get(staffAccounts, [id]);
  if (!account) return null;
  return {
    ...account.value,
    passkeys: (await passkeysOf(store, id)).length,
    codes: await codesLeft(store, id),
  };
}

/** The names of colleagues, of those who left, too. */
export async function staffNames(
  store: Store,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await store.getMany(
    staffAccounts,
    wanted.map((id) => [id] as const),
  );
  return new Map(
    found.flatMap((account) =>
      account ? [[account.value.id, account.value.name]] : []
    ),
  );
}

/** Whether anybody is there yet who could invite others. */
export async function hasAdmin(store: Store): Promise<boolean> {
  return (await presentAccounts(store)).some(isAdmin);
}

/** Gives somebody exactly these roles. */
export function changeRoles(
  deps: StaffDeps,
  actor: Actor<"staff.write">,
  { id, roles, version }: {
    id: string;
    roles: readonly Role[];
    version: number;
  },
): Promise<Result<null, ChangeRefusal>> {
  if (roles.length === 0) return Promise.resolve(refuse("none"));
  return change(deps, actor, id, (found, others) => {
    if (found.value.version !== version) return refuse("stale");
    const changed = ROLE_NAMES.filter((role) =>
      roles.includes(role) !== found.value.roles.includes(role)
    );
    const own = actor.staff.facts.roles;
    if (!changed.every((role) => mayGrant(own, role))) {
      return refuse("lacking");
    }
    if (!roles.includes("admin") && !others.some(isAdmin)) {
      return refuse("last_admin");
    }
    return ok({
      value: { ...found.value, roles: [...roles] },
      action: "staff.roles",
      details: { roles: roles.join(".") },
    });
  });
}

/** Takes somebody off the staff: sessions, passkeys and codes end at once. */
export async function removeStaff(
  deps: StaffDeps,
  actor: Actor<"staff.write">,
  id: string,
): Promise<Result<null, ChangeRefusal>> {
  const removed = await change(deps, actor, id, (found, others) => {
    if (isAdmin(found) && !others.some(isAdmin)) return refuse("last_admin");
    return ok({
      value: { ...found.value, roles: [], removedAt: deps.clock.now() },
      action: "staff.remove",
      details: {},
    });
  });
  // Already nobody's: whoever is removed is not let in by them any more.
  if (removed.ok) {
    await removeStaffSessions(deps.store, id);
    await removeStaffCodes(deps, { staffId: id, by: actor.staffId });
    await endShift(deps, { staffId: id, by: actor.staffId });
    await forgetAlertAddress(deps.store, id);
  }
  return removed;
}

interface Changed {
  value: StaffAccount;
  action: "staff.roles" | "staff.remove";
  details: Record<string, string>;
}

async function change(
  { store, auditLog }: StaffDeps,
  actor: Actor<"staff.write">,
  id: string,
  decide: (
    found: StoredAccount,
    others: StoredAccount[],
  ) => Result<Changed, ChangeRefusal>,
): Promise<Result<null, ChangeRefusal>> {
  if (id === actor.staffId) return refuse("own");
  const done = await auditLog.transact(async (write, audit) => {
    const accounts = await presentAccounts(store);
    const found = accounts.find(({ value }) => value.id === id);
    if (!found) return "unknown";
    const others = accounts.filter((one) => one !== found);
    const decided = decide(found, others);
    if (!decided.ok) return decided.refusal;
    const { value, action, details } = decided.value;
    // Of two admins who remove each other at once, one stays.
    const admin = others.find(isAdmin);
    if (admin) write.unchanged(admin);
    write.replace(found, { ...value, version: found.value.version + 1 });
    if (value.removedAt !== null) {
      const keys = await store.list(staffPasskeys, "byStaff", {
        of: [id],
        limit: MAX_STAFF_PASSKEYS,
      });
      for (const key of keys.items) write.remove(key);
    }
    const by = { kind: "staff", id: actor.staffId } as const;
    audit({ actor: by, action, object: id, details });
    return null;
  });
  if (!done.ok) return refuse("stale");
  return done.value === null ? ok(null) : refuse(done.value);
}

/** Ends a session of somebody; one's own without further ado. */
export async function endStaffSession(
  { store, auditLog }: StaffDeps,
  staff: Staff,
  { staffId, session }: { staffId: string; session?: string },
): Promise<boolean> {
  if (staffId !== staff.staffId && !staff.may("staff.write")) return false;
  const ended = await removeStaffSessions(store, staffId, session);
  if (ended === 0) return false;
  await auditLog.append({
    actor: { kind: "staff", id: staff.staffId },
    action: "staff.session.end",
    object: staffId,
    details: { ended },
  });
  return true;
}

function isAdmin({ value }: StoredAccount): boolean {
  return value.roles.includes("admin");
}
