import {
  codeFrom,
  fitsHash,
  hashSecret,
  readCode,
  writtenCode,
} from "../credentials/mod.ts";
import { newSecret, ok, refuse, type Result, sha256 } from "../kernel/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import {
  staffAccounts,
  staffCodes,
  staffInvitations,
  staffPasskeys,
} from "./records.ts";
import type { Staff } from "./staff.ts";

export type StaffPasskey = ValueOf<typeof staffPasskeys>;

/** So many at a time; each works once. */
export const CODES = 8;
/** So many passkeys one may have; nobody carries more. */
export const MAX_STAFF_PASSKEYS = 5;

export async function passkeysOf(
  store: Store,
  staffId: string,
): Promise<StaffPasskey[]> {
  const { items } = await store.list(staffPasskeys, "byStaff", {
    of: [staffId],
    limit: MAX_STAFF_PASSKEYS,
  });
  return items.map(({ value }) => value);
}

/** How many recovery codes are left, and how many there were. */
export async function codesLeft(
  store: Store,
  staffId: string,
): Promise<{ left: number; of: number }> {
  const codes = await codesOf(store, staffId);
  const left = codes.filter(({ value }) => value.usedAt === null).length;
  return { left, of: codes.length };
}

async function codesOf(store: Store, staffId: string) {
  const { items } = await store.list(staffCodes, "byStaff", {
    of: [staffId],
    limit: CODES,
  });
  return items;
}

/**
 * Eight new codes in place of all earlier ones, as they are shown, once.
 * Needs a passkey shown lately.
 */
export async function makeStaffCodes(
  { store, clock, auditLog }: StaffDeps,
  staff: Staff,
): Promise<Result<string[], "unproven" | "changed">> {
  const now = clock.now();
  if (!staff.isProven(now)) return refuse("unproven");
  const codes = Array.from({ length: CODES }, () => codeFrom(newSecret()));
  const hashes = await Promise.all(
    codes.map(({ secret }) => hashSecret(secret)),
  );
  const { staffId } = staff;
  await removeStaffCodes({ store, auditLog }, { staffId, by: staffId });
  const done = await auditLog.transact((write, audit) => {
    for (const [n, { locator }] of codes.entries()) {
      write.add(staffCodes, {
        locator,
        staffId,
        hash: hashes[n],
        createdAt: now,
        usedAt: null,
      });
    }
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.code.make",
      object: staffId,
    });
  });
  return done.ok ? ok(codes.map(writtenCode)) : refuse("changed");
}

/** Eight are as many as one commit can remove. */
export async function removeStaffCodes(
  { store, auditLog }: Pick<StaffDeps, "store" | "auditLog">,
  { staffId, by }: { staffId: string; by: string },
): Promise<void> {
  await auditLog.transactOrThrow("remove codes", async (write, audit) => {
    const codes = await codesOf(store, staffId);
    if (codes.length === 0) return;
    for (const code of codes) write.remove(code);
    audit({
      actor: { kind: "staff", id: by },
      action: "staff.code.remove",
      object: staffId,
    });
  });
}

/**
 * Uses a recovery code up. Answers the secret of a link that adds a passkey,
 * and does nothing else.
 */
export async function useStaffCode(
  { store, clock, auditLog }: StaffDeps,
  typed: string,
): Promise<Result<string, "unknown">> {
  const code = readCode(typed);
  const found = code && await store.get(staffCodes, [code.locator]);
  if (!found || found.value.usedAt !== null) return refuse("unknown");
  if (!await fitsHash(code.secret, found.value.hash)) return refuse("unknown");
  const { staffId } = found.value;
  const token = newSecret();
  const now = clock.now();
  const done = await auditLog.transact(async (write, audit) => {
    const account = await store.get(staffAccounts, [staffId]);
    if (!account || account.value.removedAt !== null) return false;
    write.unchanged(account);
    write.replace(found, { ...found.value, usedAt: now });
    write.create(staffInvitations, {
      digest: sha256(token),
      name: null,
      roles: account.value.roles,
      by: staffId,
      staffId,
      at: now,
      usedAt: null,
      revokedAt: null,
    });
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.code.use",
      object: staffId,
    });
    return true;
  }, 2);
  return done.ok && done.value ? ok(token) : refuse("unknown");
}

/** Removes a passkey of one's own, unless it is the last one. */
export async function removeStaffPasskey(
  { store, clock, auditLog }: StaffDeps,
  staff: Staff,
  id: string,
): Promise<Result<null, "unproven" | "unknown" | "last">> {
  if (!staff.isProven(clock.now())) return refuse("unproven");
  const { staffId } = staff;
  const done = await auditLog.transact(async (write, audit) => {
    const { items } = await store.list(staffPasskeys, "byStaff", {
      of: [staffId],
      limit: MAX_STAFF_PASSKEYS,
    });
    const gone = items.find(({ value }) => value.id === id);
    if (!gone) return "unknown";
    if (items.length === 1) return "last";
    // Two removed at once must not both be the last but one.
    for (const key of items) if (key !== gone) write.unchanged(key);
    write.remove(gone);
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.passkey.remove",
      object: staffId,
    });
    return null;
  });
  if (!done.ok) return refuse("unknown");
  return done.value === null ? ok(null) : refuse(done.value);
}

/** A link for one more passkey of one's own. Needs a passkey shown lately. */
export async function inviteOwnPasskey(
  { store, clock, auditLog }: StaffDeps,
  staff: Staff,
): Promise<Result<string, "unproven" | "full">> {
  const at = clock.now();
  if (!staff.isProven(at)) return refuse("unproven");
  const known = await passkeysOf(store, staff.staffId);
  if (known.length >= MAX_STAFF_PASSKEYS) return refuse("full");
  const token = newSecret();
  const { staffId, facts: { roles } } = staff;
  const done = await auditLog.transact((write, audit) => {
    write.create(staffInvitations, {
      digest: sha256(token),
      name: null,
      roles: [...roles],
      by: staffId,
      staffId,
      at,
      usedAt: null,
      revokedAt: null,
    });
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.invite",
      object: staffId,
    });
  });
  return done.ok ? ok(token) : refuse("unproven");
}
