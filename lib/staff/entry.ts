import { newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Stored } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import { type Invitation, isOpen } from "./invitations.ts";
import { staffAccounts, staffInvitations } from "./records.ts";
import type { Role } from "./permissions.ts";
import { addStaffSession, seenNow } from "./sessions.ts";

/**
 * Lets one of the staff in by a link alone, once. For `deno task demo`: whoever
 * calls it has seen that this server is in development mode.
 */
export async function enterByLink(
  { store, clock, auditLog }: StaffDeps,
  invitation: Stored<Invitation, readonly [string]>,
  browser: string,
): Promise<Result<string, "ended">> {
  const { digest, staffId } = invitation.value;
  if (staffId === null) return refuse("ended");
  const now = clock.now();
  const done = await auditLog.transact(async (write, audit) => {
    const open = await store.get(staffInvitations, [digest]);
    const account = await store.get(staffAccounts, [staffId]);
    if (!open || !isOpen(open.value, now)) return null;
    if (!account || account.value.removedAt !== null) return null;
    write.unchanged(account);
    write.replace(open, { ...open.value, usedAt: now });
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.signin",
      object: staffId,
      details: { link: true },
    });
    return await addStaffSession(store, write, { staffId, browser, now });
  });
  return done.ok && done.value !== null ? ok(done.value) : refuse("ended");
}

/** Adds somebody to the staff of a demonstration, without any key. */
export async function addDemoStaff(
  { clock, auditLog }: StaffDeps,
  { name, roles }: { name: string; roles: Role[] },
): Promise<{ staffId: string }> {
  const staffId = newId();
  const now = clock.now();
  await auditLog.transactOrThrow("add to the staff", (write, audit) => {
    write.create(staffAccounts, {
      ...{ id: staffId, name, roles, invitedBy: null, joinedAt: now },
      ...seenNow(now),
      ...{ removedAt: null, version: 0 },
    });
    audit({
      actor: { kind: "operator" },
      action: "staff.join",
      object: staffId,
    });
  });
  return { staffId };
}

/** A session of one of them; answers the secret of its cookie. */
export async function addDemoSession(
  { store, clock, auditLog }: StaffDeps,
  staffId: string,
  provenFor?: string,
): Promise<string> {
  const now = clock.now();
  const token = await auditLog.transactOrThrow("sign in", (write, audit) => {
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.signin",
      object: staffId,
    });
    return addStaffSession(store, write, {
      ...{ staffId, browser: "demo", now, provenFor },
    });
  });
  if (token === null) throw new Error("Cannot sign in");
  return token;
}

/** A link by which one of them comes in once; see enterByLink. */
export async function addDemoEntry(
  { clock, auditLog }: StaffDeps,
  { digest, roles, staffId }: {
    digest: string;
    roles: Role[];
    staffId: string;
  },
): Promise<void> {
  await auditLog.transactOrThrow("make a link", (write, audit) => {
    write.create(staffInvitations, {
      ...{ digest, roles, staffId, by: null, name: null },
      ...{ at: clock.now(), usedAt: null, revokedAt: null },
    });
    audit({ actor: { kind: "operator" }, action: "staff.invite" });
  });
}
