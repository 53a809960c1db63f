import { MINUTE } from "../kernel/mod.ts";
import {
  asksSecond,
  codesLeft,
  findInvitation,
  findStaffAccount,
  INVITATION_MINUTES,
  isOpen,
  listInvitations,
  listStaff,
  listStaffSessions,
  mayGrant,
  onCallUntil,
  ownAlertAddress,
  passkeysOf,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  proofFor,
  type Role,
  ROLE_NAMES,
  type Staff,
  staffNames,
} from "../staff/mod.ts";
import type { Ctx, StaffCtx } from "./state.ts";

/** No part is dots alone, which would lead out again. */
const ADMIN_PATH =
  /^\/admin(?:\/(?!\.+(?:[/?]|$))[\w.~-]+)*(?:\?[\w.~=&%-]*)?$/;

/** A path of the back office to go to next; home for anything else. */
export function adminPathOf(given: string | null): string {
  return ADMIN_PATH.test(given ?? "") ? given! : "/admin";
}

/** The open invitation that a link names; null for any that does not work. */
export function invitationOf(ctx: Ctx) {
  const { millo } = ctx.state;
  const dataFolder = millo.config.data;
  return findInvitation({ ...millo, dataFolder }, ctx.params.token);
}

/** What each permission asks, and which roles have it. */
const PERMISSION_TABLE = (Object.keys(PERMISSIONS) as Permission[])
  .map((permission) => ({
    permission,
    fresh: proofFor(permission) !== null,
    second: asksSecond(permission),
    roles: ROLE_NAMES.map((role) => ({
      role,
      may: permissionsOf([role]).has(permission),
    })),
  }));

function choicesFor({ facts }: Staff) {
  return ROLE_NAMES.map((role) => ({
    role,
    may: mayGrant(facts.roles, role),
  }));
}

export interface StaffErrors {
  name?: string;
  invite?: string;
  roles?: string;
  removal?: string;
}

/** What the page of the staff shows. */
export async function staffPageData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const now = clock.now();
  const invitations = await listInvitations(store);
  const names = await staffNames(store, invitations.map(({ by }) => by));
  return {
    me: staff.staffId,
    mayWrite: staff.may("staff.write"),
    choices: choicesFor(staff),
    table: PERMISSION_TABLE,
    staff: await listStaff(store, now),
    invitations: invitations.map((invitation) => ({
      digest: invitation.digest,
      name: invitation.name,
      roles: invitation.roles,
      by: invitation.by === null ? null : names.get(invitation.by) ?? null,
      at: invitation.at,
      state: isOpen(invitation, now)
        ? "open" as const
        : invitation.usedAt !== null
        ? "used" as const
        : "ended" as const,
      minutes: Math.ceil(
        INVITATION_MINUTES - (now - invitation.at) / MINUTE,
      ),
    })),
    link: null as { for: string; url: string } | null,
    typed: { name: "", roles: [] as readonly Role[] },
    errors: {} as StaffErrors,
    unproven: false,
  };
}

/** What the page of one of the staff shows; null for nobody. */
export async function staffAccountData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const { id } = ctx.params;
  const account = await findStaffAccount(store, id);
  if (!account) return null;
  const now = clock.now();
  const sessions = await listStaffSessions(store, id, { current: "", now });
  return {
    me: staff.staffId,
    mayWrite: staff.may("staff.write"),
    choices: choicesFor(staff),
    account,
    sessions,
    chosen: null as readonly Role[] | null,
    errors: {} as StaffErrors,
    unproven: null as "roles" | "removal" | null,
  };
}

/** What one's own page shows. */
export async function mePageData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const { staffId, facts } = staff;
  const now = clock.now();
  const current = facts.session;
  return {
    name: facts.name,
    roles: facts.roles,
    preferences: facts.preferences,
    passkeys: await passkeysOf(store, staffId),
    codes: await codesLeft(store, staffId),
    sessions: await listStaffSessions(store, staffId, { current, now }),
    proven: staff.isProven(now),
    /** Null for whoever is never on call. */
    onCall: staff.may("alert.answer")
      ? {
        until: await onCallUntil(store, staffId, now),
        ...await ownAlertAddress(store, staff, now),
      }
      : null,
    typed: {} as { address?: string },
    errors: {} as Record<string, string>,
  };
}
