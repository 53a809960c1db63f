/**
 * For: passkeys, recovery codes and the server's own keys: made, read and checked.
 * Keeps: keys of the server, where no folder or setting holds them.
 * Enter: accounts, staff, and rooms that keep secrets.
 */
export { codeFrom, readCode, type RecoveryCode, writtenCode } from "./code.ts";
export {
  isOpenCode,
  MAIL_CODE_LIFE,
  type MailCode,
  mayAskAgain,
  newMailCode,
} from "./mail_code.ts";
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
export { serverKey, type ServerKeyPlaces } from "./server_key.ts";
