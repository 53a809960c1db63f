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
import { type Invitation, isOpen, shortOf } from "./invitations.ts";
import { passkeysOf } from "./keys.ts";
import { staffInvitations, staffMembers, staffPasskeys } from "./records.ts";
import { addStaffSession, seenNow } from "./sessions.ts";

type StoredInvitation = Stored<Invitation, readonly [string]>;

/** What a browser needs to make the passkey that an invitation asks for. */
export async function joinOptions(
  { store, clock }: StaffDeps,
  invitation: StoredInvitation,
  site: Site,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { staffId, digest } = invitation.value;
  const known = staffId ? await passkeysOf(store, staffId) : [];
  const options = await registrationOptions(site, staffId ?? newId(), known);
  await askStaffChallenge(store, options.challenge, digest, clock.now());
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
  const { digest, roles, by } = invitation.value;
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeStaffChallenge(store, challenge, digest)) {
    return refuse("unknown");
  }
  const made = await readNewPasskey(site, response, challenge);
  if (!made) return refuse("unknown");
  const now = clock.now();
  const done = await auditLog.transact(async (write, audit) => {
    const open = await store.get(staffInvitations, [digest]);
    if (!open || !isOpen(open.value, now)) return null;
    write.replace(open, { ...open.value, usedAt: now });
    const staffId = open.value.staffId ?? newId();
    const actor = { kind: "staff", id: staffId } as const;
    if (open.value.staffId === null) {
      write.create(staffMembers, {
        id: staffId,
        name,
        roles,
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
        codes: { roles: roles.join("."), invitation: shortOf(digest) },
      });
    }
    write.create(staffPasskeys, {
      ...made,
      staffId,
      createdAt: now,
      usedAt: now,
    });
    audit({ actor, action: "staff.passkey.add", object: staffId });
    return addStaffSession(write, { staffId, browser, now });
  }, 5);
  if (!done.ok) return refuse("unknown");
  return done.value === null ? refuse("ended") : ok(done.value);
}
