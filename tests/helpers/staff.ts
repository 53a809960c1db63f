import type { Millo } from "../../lib/app/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import type { Role } from "../../lib/staff/mod.ts";
import { staffAccounts, staffAlertAddresses } from "../../lib/staff/records.ts";
import { addStaffSession, seenNow } from "../../lib/staff/sessions.ts";

export interface TestStaff {
  staffId: string;
  /** The secret of their session's cookie. */
  token: string;
}

type Parts = Pick<Millo, "store" | "auditLog" | "clock">;

/** Somebody on the staff with these roles, signed in a moment ago. */
export async function addStaff(
  { store, auditLog, clock }: Parts,
  roles: readonly Role[],
  name = "Ada",
): Promise<TestStaff> {
  const staffId = newId();
  const now = clock.now();
  const done = await auditLog.transact((write, audit) => {
    write.create(staffAccounts, {
      id: staffId,
      name,
      roles: [...roles],
      invitedBy: null,
      joinedAt: now,
      ...seenNow(now),
      removedAt: null,
      version: 0,
    });
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.join",
      object: staffId,
    });
    return addStaffSession(store, write, { staffId, browser: "a test", now });
  });
  if (!done.ok) throw new Error("Cannot add to the staff");
  return { staffId, token: done.value };
}

/** One more session of somebody; answers the secret of its cookie. */
export async function staffSession(
  { store, auditLog, clock }: Parts,
  staffId: string,
): Promise<string> {
  const done = await auditLog.transact((write, audit) => {
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.signin",
      object: staffId,
    });
    const now = clock.now();
    return addStaffSession(store, write, {
      staffId,
      browser: "another test",
      now,
    });
  });
  if (!done.ok) throw new Error("Cannot add a session");
  return done.value;
}

/** Gives one of the staff an address for alerts, as if its code had come back. */
export async function proveAlertAddress(
  { store, clock }: Pick<Parts, "store" | "clock">,
  staffId: string,
  address: string,
): Promise<void> {
  const done = await store.write().create(staffAlertAddresses, {
    ...{ staffId, address, locale: "en", pending: null, codeHash: null },
    triesLeft: 0,
    askedAt: clock.now(),
  }).commit();
  if (!done.ok) throw new Error("Cannot add an address");
}
