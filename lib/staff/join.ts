import {
  challengeIn,
  type PublicKeyCredentialCreationOptionsJSON,
  readNewPasskey,
  registrationOptions,
  type RegistrationResponseJSON,
  type Site,
} from "../credentials/mod.ts";
import { newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Stored } from "../store/mod.ts";
import { askStaffChallenge, takeStaffChallenge } from "./challenges.ts";
import type { StaffDeps } from "./deps.ts";
import { type Invitation, isValid, shortOf } from "./invitations.ts";
import { MAX_STAFF_PASSKEYS, passkeysOf } from "./keys.ts";
import { hasAdmin } from "./staff_accounts.ts";
import { rolesToGive } from "./permissions.ts";
import { staffAccounts, staffInvitations, staffPasskeys } from "./records.ts";
import { addStaffSession, seenNow } from "./sessions.ts";

type StoredInvitation = Stored<Invitation, readonly [string]>;

/** What a browser needs to make the passkey that an invitation asks for. */
export async function joinOptions(
  { store, clock }: StaffDeps,
  invitation: StoredInvitation,
  site: Site,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { staffId, digest: use } = invitation.value;
  const known = staffId ? await passkeysOf(store, staffId) : [];
  const options = await registrationOptions(site, staffId ?? newId(), known);
  const { challenge } = options;
  await askStaffChallenge(store, {
    ...{ challenge, use, place: null },
    at: clock.now(),
  });
  return options;
}

export interface Joining {
  name: string;
  browser: string;
  response: RegistrationResponseJSON;
}

/**
 * Somebody joins by their first passkey, or adds one to what they have; the
 * invitation is used up. Answers the secret of the session.
 */
export async function join(
  { store, clock, auditLog }: StaffDeps,
  invitation: StoredInvitation,
  site: Site,
  { name, browser, response }: Joining,
): Promise<Result<string, "unknown" | "ended">> {
  const { digest } = invitation.value;
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeStaffChallenge(store, challenge, digest)) {
    return refuse("unknown");
  }
  const made = await readNewPasskey(site, response, challenge);
  if (!made) return refuse("unknown");
  const now = clock.now();
  const done = await auditLog.transact(async (write, audit) => {
    const open = await store.get(staffInvitations, [digest]);
    if (!open || !await isValid(store, open.value, now)) return "ended";
    const { by } = open.value;
    const staffId = open.value.staffId ?? newId();
    const known = await passkeysOf(store, staffId);
    if (known.length >= MAX_STAFF_PASSKEYS) return "ended";
    const actor = { kind: "staff", id: staffId } as const;
    write.replace(open, { ...open.value, usedAt: now });
    if (open.value.staffId === null) {
      const roles = rolesToGive(open.value, await hasAdmin(store));
      write.create(staffAccounts, {
        id: staffId,
        name,
        roles: [...roles],
        invitedBy: by,
        joinedAt: now,
        ...seenNow(now),
        removedAt: null,
        version: 0,
      });
      audit({
        actor,
        action: "staff.join",
        object: staffId,
        details: { roles: roles.join("."), invitation: shortOf(digest) },
      });
    }
    write.create(staffPasskeys, {
      ...made,
      staffId,
      createdAt: now,
      usedAt: now,
    });
    audit({ actor, action: "staff.passkey.add", object: staffId });
    const token = await addStaffSession(store, write, {
      ...{ staffId, browser, now },
    });
    return { token };
  }, 5);
  if (!done.ok) return refuse("unknown");
  return done.value === "ended" ? refuse("ended") : ok(done.value.token);
}
