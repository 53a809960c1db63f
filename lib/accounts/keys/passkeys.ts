import {
  type AuthenticationResponseJSON,
  challengeIn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  readNewPasskey,
  registrationOptions,
  type RegistrationResponseJSON,
  signInOptions,
  type Site,
  verifyPasskey,
} from "../../credentials/mod.ts";
import {
  dayOf,
  type Millis,
  ok,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { noteProof } from "../sessions.ts";
import { MAX_PASSKEYS } from "./actions.ts";
import { askChallenge, takeChallenge } from "./challenge.ts";
import { findKeys, mayAddKey } from "./proof.ts";
import { passkeys } from "./records.ts";
import { type ReturnRefusal, signIn, type SignInFacts } from "./sign_in.ts";

export async function passkeyOptions(
  store: Store,
  member: Member,
  site: Site,
  now: Millis,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, "unproven">> {
  if (!await mayAddKey(store, member, now)) return refuse("unproven");
  const { accountId } = member;
  const keys = await findKeys(store, accountId);
  const options = await registrationOptions(site, accountId, keys.passkeys);
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
  const made = await readNewPasskey(site, response, challenge);
  if (!made) return refuse("unknown");
  const keys = await findKeys(store, accountId);
  if (keys.passkeys.length >= MAX_PASSKEYS) return refuse("many");
  const day = dayOf(now);
  const days = { createdDay: day, usedDay: day, seenDay: day };
  const added = await store.transact(async (write) => {
    write.create(passkeys, { ...made, accountId, ...days });
    await noteProof(store, write, member, now);
  }, 2);
  return added.ok ? ok(undefined) : refuse("unknown");
}

export async function returnOptions(
  store: Store,
  site: Site,
  now: Millis,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await signInOptions(site);
  await askChallenge(store, options.challenge, "return", null, now);
  return options;
}

/** Brings an account back by a passkey; answers the new session's secret. */
export async function returnByPasskey(
  store: Store,
  site: Site,
  response: AuthenticationResponseJSON,
  how: SignInFacts,
): Promise<Result<string, ReturnRefusal>> {
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!await takeChallenge(store, challenge, "return", null)) {
    return refuse("unknown");
  }
  const key = await store.get(passkeys, [response.id]);
  if (!key) return refuse("unknown");
  const counter = await verifyPasskey(site, response, challenge, key.value);
  if (counter === null) return refuse("unknown");
  return await signIn(store, key.value.accountId, how, (write) => {
    const usedDay = dayOf(how.now);
    write.replace(key, { ...key.value, counter, usedDay });
  });
}
