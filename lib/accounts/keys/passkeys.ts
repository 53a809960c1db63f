import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import {
  type AccountId,
  dayOf,
  type Millis,
  ok,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import type { Store, ValueOf } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { noteProof } from "../sessions.ts";
import { MAX_PASSKEYS } from "./actions.ts";
import { askChallenge, challengeIn, takeChallenge } from "./challenge.ts";
import { findKeys, mayAddKey } from "./proof.ts";
import { passkeys } from "./records.ts";
import { type ReturnRefusal, signIn, type SignInContext } from "./sign_in.ts";

/** Where passkeys of this site work: its origin, and the host in it. */
export interface Site {
  origin: string;
  host: string;
  /** What a passkey manager shows. */
  name: string;
  label: string;
}

/** A person is asked for finger, face or PIN, each time. */
const VERIFIED = "required";

export async function passkeyOptions(
  store: Store,
  member: Member,
  site: Site,
  now: Millis,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, "unproven">> {
  if (!await mayAddKey(store, member, now)) return refuse("unproven");
  const { accountId } = member;
  const keys = await findKeys(store, accountId);
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.host,
    userName: site.label,
    userID: new TextEncoder().encode(accountId),
    excludeCredentials: keys.passkeys.map(({ id }) => ({ id })),
    authenticatorSelection: {
      residentKey: "required",
      userVerification: VERIFIED,
    },
  });
  await askChallenge(store, options.challenge, "add", accountId, now);
  return ok(options);
}

export async function addPasskey(
  store: Store,
  member: Member,
  site: Site,
  response: RegistrationResponseJSON,
  now: Millis,
): Promise<Result<void, "unproven" | "unknown" | "many">> {
  if (!await mayAddKey(store, member, now)) return refuse("unproven");
  const { accountId } = member;
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeChallenge(store, challenge, "add", accountId)) {
    return refuse("unknown");
  }
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
  }).catch(() => null);
  if (!verified?.verified) return refuse("unknown");
  const keys = await findKeys(store, accountId);
  if (keys.passkeys.length >= MAX_PASSKEYS) return refuse("many");
  const key = keyOf(accountId, verified.registrationInfo, dayOf(now));
  const made = await store.transact(async (write) => {
    write.create(passkeys, key);
    await noteProof(store, write, member, now);
  }, 2);
  return made.ok ? ok(undefined) : refuse("unknown");
}

function keyOf(
  accountId: AccountId,
  { credential, credentialBackedUp }: NonNullable<
    VerifiedRegistrationResponse["registrationInfo"]
  >,
  day: Millis,
): ValueOf<typeof passkeys> {
  return {
    id: credential.id,
    accountId,
    publicKey: credential.publicKey.toBase64(),
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    createdDay: day,
    usedDay: day,
    seenDay: day,
  };
}

export async function returnOptions(
  store: Store,
  site: Site,
  now: Millis,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    userVerification: VERIFIED,
  });
  await askChallenge(store, options.challenge, "return", null, now);
  return options;
}

/** Brings an account back by a passkey; answers the new session's secret. */
export async function returnByPasskey(
  store: Store,
  site: Site,
  response: AuthenticationResponseJSON,
  how: SignInContext,
): Promise<Result<string, ReturnRefusal>> {
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeChallenge(store, challenge, "return", null)) {
    return refuse("unknown");
  }
  const key = await store.get(passkeys, [response.id]);
  if (!key) return refuse("unknown");
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: key.value.id,
      publicKey: Uint8Array.fromBase64(key.value.publicKey),
      counter: key.value.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) return refuse("unknown");
  const { newCounter: counter } = verified.authenticationInfo;
  return await signIn(store, key.value.accountId, how, (write) => {
    const usedDay = dayOf(how.now);
    write.replace(key, { ...key.value, counter, usedDay });
  });
}
