/**
 * For: passkeys and recovery codes: how they are asked for, read and checked.
 * Keeps: nothing; whoever has keys keeps them.
 * Enter: accounts and staff.
 */
export { codeFrom, readCode, type RecoveryCode, writtenCode } from "./code.ts";
export { newPasskeyForm, passkeyForm } from "./forms.ts";
export {
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
} from "./passkeys.ts";
export { fitsHash, hashSecret } from "./secret_hash.ts";
