import {
  type AuthenticationResponseJSON,
  challengeIn,
  type PublicKeyCredentialRequestOptionsJSON,
  signInOptions,
  type Site,
  verifyPasskey,
} from "../credentials/mod.ts";
import { ok, refuse, type Result } from "../kernel/mod.ts";
import type { Write } from "../store/mod.ts";
import { askStaffChallenge, takeStaffChallenge } from "./challenges.ts";
import type { StaffDeps } from "./deps.ts";
import { staffMembers, staffPasskeys } from "./records.ts";
import { addStaffSession, noteStaffProof, seenNow } from "./sessions.ts";
import type { Staff } from "./staff.ts";

const SIGN_IN = "sign-in";

/** What a browser needs to show a passkey: to come in, or to prove it again. */
export async function staffSignInOptions(
  { store, clock }: StaffDeps,
  site: Site,
  staff: Staff | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await signInOptions(site);
  const use = staff?.facts.session ?? SIGN_IN;
  await askStaffChallenge(store, options.challenge, use, clock.now());
  return options;
}

export interface StaffSignIn {
  browser: string;
  response: AuthenticationResponseJSON;
}

/** Lets a browser in by a passkey; answers the secret of its session. */
export async function signInStaff(
  deps: StaffDeps,
  site: Site,
  { browser, response }: StaffSignIn,
): Promise<Result<string, "unknown">> {
  const now = deps.clock.now();
  const done = await withPasskey(
    deps,
    site,
    response,
    SIGN_IN,
    (write, staffId) => addStaffSession(write, { staffId, browser, now }),
  );
  return done === null ? refuse("unknown") : ok(done);
}

/** Notes a fresh proof in the session of somebody who is signed in. */
export async function proveStaff(
  deps: StaffDeps,
  site: Site,
  staff: Staff,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  const now = deps.clock.now();
  const done = await withPasskey(
    deps,
    site,
    response,
    staff.facts.session,
    async (write, staffId) =>
      staffId === staff.staffId &&
      await noteStaffProof(deps.store, write, staff, now),
  );
  return done === true;
}

/** Runs `also` in one atomic with the use of the passkey; null if it is none. */
async function withPasskey<T>(
  { store, clock, auditLog }: StaffDeps,
  site: Site,
  response: AuthenticationResponseJSON,
  use: string,
  also: (write: Write, staffId: string) => T | Promise<T>,
): Promise<T | null> {
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeStaffChallenge(store, challenge, use)) return null;
  const key = await store.get(staffPasskeys, [response.id]);
  if (!key) return null;
  const counter = await verifyPasskey(site, response, challenge, key.value);
  if (counter === null) return null;
  const now = clock.now();
  const { staffId } = key.value;
  const done = await auditLog.transact(async (write, audit) => {
    const member = await store.get(staffMembers, [staffId]);
    if (!member || member.value.removedAt !== null) return null;
    write.replace(member, { ...member.value, ...seenNow(now) });
    write.replace(key, { ...key.value, counter, usedAt: now });
    const result = await also(write, staffId);
    audit({
      actor: { kind: "staff", id: staffId },
      action: "staff.signin",
      object: staffId,
      codes: { proof: use !== SIGN_IN },
    });
    return result;
  }, 3);
  return done.ok ? done.value : null;
}
