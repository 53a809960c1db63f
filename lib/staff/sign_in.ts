import {
  type AuthenticationResponseJSON,
  challengeIn,
  type PublicKeyCredentialRequestOptionsJSON,
  signInOptions,
  type Site,
  verifyPasskey,
} from "../credentials/mod.ts";
import { type Millis, ok, refuse, type Result } from "../kernel/mod.ts";
import type { NewEntry } from "../audit/mod.ts";
import type { Store, Stored, Write } from "../store/mod.ts";
import {
  askStaffChallenge,
  type StaffChallenge,
  takeStaffChallenge,
} from "./challenges.ts";
import type { StaffDeps } from "./deps.ts";
import type { StaffPasskey } from "./keys.ts";
import type { StaffAccount } from "./staff_accounts.ts";
import { staffAccounts, staffPasskeys, staffSessions } from "./records.ts";
import { addStaffSession, noteStaffProof, seenNow } from "./sessions.ts";
import { isPlace, type Staff } from "./staff.ts";

const SIGN_IN = "sign-in";

/** What a browser needs to show a passkey, to come in. */
export async function staffSignInOptions(
  { store, clock }: StaffDeps,
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await signInOptions(site);
  const { challenge } = options;
  const asked = { challenge, use: SIGN_IN, place: null, at: clock.now() };
  await askStaffChallenge(store, asked);
  return options;
}

/**
 * The same for somebody who is signed in, to prove it once more: for what is
 * done at one place, or for nothing in particular.
 */
export async function staffProofOptions(
  { store, clock }: StaffDeps,
  site: Site,
  staff: Staff,
  path: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await signInOptions(site);
  const { challenge } = options;
  const use = staff.facts.session;
  const place = isPlace(path) ? path : null;
  await askStaffChallenge(store, { challenge, use, place, at: clock.now() });
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
  const { store, auditLog, clock } = deps;
  const asked = await askedBy(store, response, SIGN_IN);
  const shown = asked && await shownKey(deps, site, response, asked);
  if (!shown) return refuse("unknown");
  const now = clock.now();
  const { staffId } = shown.key.value;
  const done = await auditLog.transact(async (write, audit) => {
    const holder = await holderOf(store, shown);
    if (!holder) return null;
    noteUse(write, holder, now);
    audit(signInOf(staffId, { proof: false }));
    return addStaffSession(store, write, { staffId, browser, now });
  });
  return done.ok && done.value !== null ? ok(done.value) : refuse("unknown");
}

/** Notes a fresh proof in the session of somebody who is signed in. */
export async function proveStaff(
  deps: StaffDeps,
  site: Site,
  staff: Staff,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  const { store, auditLog, clock } = deps;
  const asked = await askedBy(store, response, staff.facts.session);
  const shown = asked && await shownKey(deps, site, response, asked);
  // A colleague's passkey proves nothing of whoever holds this session.
  if (shown?.key.value.staffId !== staff.staffId) return false;
  const proof = { now: clock.now(), provenFor: asked!.place };
  const done = await auditLog.transact(async (write, audit) => {
    const holder = await holderOf(store, shown);
    const session = await store.get(staffSessions, [staff.facts.session]);
    if (!holder || !session) return false;
    noteUse(write, holder, proof.now);
    noteStaffProof(write, session, proof);
    audit(signInOf(staff.staffId, { proof: true }));
    return true;
  });
  return done.ok && done.value;
}

function askedBy(
  store: Store,
  { response }: AuthenticationResponseJSON,
  use: string,
): Promise<StaffChallenge | null> {
  return takeStaffChallenge(store, challengeIn(response.clientDataJSON), use);
}

interface ShownKey {
  key: Stored<StaffPasskey, readonly [string]>;
  /** How often the device says that it was used. */
  counter: number;
}

/** The passkey that answered what was asked; null if none of ours did. */
async function shownKey(
  { store }: StaffDeps,
  site: Site,
  response: AuthenticationResponseJSON,
  { challenge }: StaffChallenge,
): Promise<ShownKey | null> {
  const key = await store.get(staffPasskeys, [response.id]);
  if (!key) return null;
  const counter = await verifyPasskey(site, response, challenge, key.value);
  return counter === null ? null : { key, counter };
}

interface Holder extends ShownKey {
  account: Stored<StaffAccount, readonly [string]>;
}

/** Whose passkey it is; null where they left, or the passkey is gone. */
async function holderOf(
  store: Store,
  { key: { value: { id, staffId } }, counter }: ShownKey,
): Promise<Holder | null> {
  const key = await store.get(staffPasskeys, [id]);
  const account = await store.get(staffAccounts, [staffId]);
  if (!key || !account || account.value.removedAt !== null) return null;
  return { key, account, counter };
}

function noteUse(
  write: Write,
  { key, account, counter }: Holder,
  now: Millis,
): void {
  write.replace(account, { ...account.value, ...seenNow(now) });
  write.replace(key, { ...key.value, counter, usedAt: now });
}

function signInOf(staffId: string, details: { proof: boolean }): NewEntry {
  const actor = { kind: "staff", id: staffId } as const;
  return { actor, action: "staff.signin", object: staffId, details };
}
