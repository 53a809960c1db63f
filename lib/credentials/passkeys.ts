import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

export type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
};

/** Where passkeys of this site work: its origin, and the host in it. */
export interface Site {
  origin: string;
  host: string;
  /** What a passkey manager shows. */
  name: string;
  label: string;
}

/** The public half of a passkey, as it is kept. */
export interface PublicKey {
  id: string;
  /** In base 64. */
  publicKey: string;
  /** How often it was used, where the device counts. */
  counter: number;
}

/** A person is asked for finger, face or PIN, each time. */
const VERIFIED = "required";

/** What a browser needs to make a new passkey for `holder`. */
export function registrationOptions(
  site: Site,
  holder: string,
  known: readonly { id: string }[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.host,
    userName: site.label,
    userID: new TextEncoder().encode(holder),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: {
      residentKey: "required",
      userVerification: VERIFIED,
    },
  });
}

/** What a browser needs to show a passkey that it has. */
export function signInOptions(
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site.host,
    userVerification: VERIFIED,
  });
}

/** The new passkey that a browser made for a challenge; null for none. */
export async function readNewPasskey(
  site: Site,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<
  (PublicKey & { transports: string[]; backedUp: boolean }) | null
> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    id: credential.id,
    publicKey: credential.publicKey.toBase64(),
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
  };
}

/** The new counter of a passkey that answered a challenge; null if it did not. */
export async function verifyPasskey(
  site: Site,
  response: AuthenticationResponseJSON,
  challenge: string,
  key: PublicKey,
): Promise<number | null> {
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: key.id,
      publicKey: Uint8Array.fromBase64(key.publicKey),
      counter: key.counter,
    },
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

/** The question that a passkey says it answers; empty when it says nothing. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const bytes = Uint8Array.fromBase64(clientDataJSON, {
      alphabet: "base64url",
    });
    const { challenge } = JSON.parse(new TextDecoder().decode(bytes));
    return typeof challenge === "string" ? challenge : "";
  } catch {
    return "";
  }
}
