import type { AuditActor } from "../audit/mod.ts";
import {
  type Millis,
  MINUTE,
  newSecret,
  ok,
  refuse,
  type Result,
  sha256,
} from "../kernel/mod.ts";
import type { Store, Stored, ValueOf } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import {
  readInvitationFile,
  removeInvitationFile,
} from "./invitation_files.ts";
import { mayGrant, type Role } from "./permissions.ts";
import {
  INVITATION_MINUTES,
  staffAccounts,
  staffInvitations,
} from "./records.ts";
import type { Actor } from "./staff.ts";

export type Invitation = ValueOf<typeof staffInvitations>;
type StoredInvitation = Stored<Invitation, readonly [string]>;

const MAX_LISTED = 50;

/** Whether a link still works. */
export function isOpen(
  { at, usedAt, revokedAt }: Invitation,
  now: Millis,
): boolean {
  return usedAt === null && revokedAt === null &&
    now - at < INVITATION_MINUTES * MINUTE;
}

/**
 * Invites somebody with roles; answers the secret of the link, which is kept
 * nowhere. Nobody gives what they lack.
 */
export async function invite(
  { clock, auditLog }: StaffDeps,
  actor: Actor<"staff.write">,
  { name, roles }: { name: string; roles: readonly Role[] },
): Promise<Result<string, "none" | "lacking">> {
  if (roles.length === 0) return refuse("none");
  const own = actor.staff.facts.roles;
  if (!roles.every((role) => mayGrant(own, role))) return refuse("lacking");
  const token = newSecret();
  const digest = sha256(token);
  const at = clock.now();
  const done = await auditLog.transact((write, audit) => {
    write.create(staffInvitations, {
      digest,
      name,
      roles: [...roles],
      by: actor.staffId,
      staffId: null,
      at,
      usedAt: null,
      revokedAt: null,
    });
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: "staff.invite",
      object: shortOf(digest),
      details: { roles: roles.join(".") },
    });
  });
  return done.ok ? ok(token) : refuse("lacking");
}

/** Takes an invitation back. False where it was used, or is none. */
export function revokeInvitation(
  deps: StaffDeps,
  actor: Actor<"staff.write">,
  digest: string,
): Promise<boolean> {
  return shut(deps, digest, { kind: "staff", id: actor.staffId });
}

/** Shuts a link that came to somebody whom it is not for. */
export function declineInvitation(
  deps: StaffDeps,
  { value: { digest } }: StoredInvitation,
): Promise<boolean> {
  return shut(deps, digest, { kind: "person" });
}

async function shut(
  { store, clock, auditLog }: StaffDeps,
  digest: string,
  actor: AuditActor,
): Promise<boolean> {
  const done = await auditLog.transact(async (write, audit) => {
    const found = await store.get(staffInvitations, [digest]);
    if (!found || !isOpen(found.value, clock.now())) return false;
    write.replace(found, { ...found.value, revokedAt: clock.now() });
    audit({
      actor,
      action: "staff.invite.revoke",
      object: shortOf(digest),
    });
    return true;
  });
  return done.ok && done.value;
}

/**
 * The open invitation behind a link. One that a command left in the data
 * folder is taken in here. Null for one that ended, was used or never was:
 * which of them is not told.
 */
export async function findInvitation(
  deps: StaffDeps & { dataFolder: string },
  token: string,
): Promise<StoredInvitation | null> {
  const { store, clock, dataFolder } = deps;
  const digest = sha256(token);
  let found = await store.get(staffInvitations, [digest]);
  const left = found ? null : await readInvitationFile(dataFolder, digest);
  if (left) {
    await addByOperator(deps, left);
    await removeInvitationFile(dataFolder, digest);
    found = await store.get(staffInvitations, [digest]);
  }
  return found && await isValid(store, found.value, clock.now()) ? found : null;
}

/**
 * Whether a link is open, and whoever made it may still give what it gives:
 * an admin who is removed leaves no door behind. One for a passkey of
 * somebody's own goes with them.
 */
export async function isValid(
  store: Store,
  invitation: Invitation,
  now: Millis,
): Promise<boolean> {
  if (!isOpen(invitation, now)) return false;
  const { by, staffId, roles } = invitation;
  if (by === null) return true;
  const inviter = await store.get(staffAccounts, [by]);
  if (!inviter || inviter.value.removedAt !== null) return false;
  return staffId !== null ||
    roles.every((role) => mayGrant(inviter.value.roles, role));
}

/** Invites by a command on the machine, which is trusted with everything. */
export async function addByOperator(
  { store, auditLog }: StaffDeps,
  { digest, roles, at }: { digest: string; roles: Role[]; at: Millis },
): Promise<void> {
  await auditLog.transactOrThrow("invite", async (write, audit) => {
    // A link that is opened twice at once finds it twice.
    if (await store.get(staffInvitations, [digest])) return;
    write.create(staffInvitations, {
      digest,
      name: null,
      roles,
      by: null,
      staffId: null,
      at,
      usedAt: null,
      revokedAt: null,
    });
    audit({
      actor: { kind: "operator" },
      action: "staff.invite",
      object: shortOf(digest),
      details: { roles: roles.join(".") },
    });
  });
}

/** The newest invitations. */
export async function listInvitations(store: Store): Promise<Invitation[]> {
  const { items } = await store.list(staffInvitations, "byTime", {
    limit: MAX_LISTED,
    reverse: true,
  });
  return items.map(({ value }) => value).filter(({ staffId }) =>
    staffId === null
  );
}

/** Names an invitation in the log; nothing can be opened with it. */
export function shortOf(digest: string): string {
  return digest.slice(0, 16);
}
