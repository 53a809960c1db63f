/**
 * For: people as random ids, their browsers, keys and profiles.
 * Keeps: accounts, sessions, devices, passkeys, recovery codes, profiles, pictures, addresses.
 * Enter: rooms after it and the edge; an action takes the Member that asks.
 */
export {
  accountSince,
  addAccount,
  findSession,
  type Member,
  type NewAccount,
  type OnNewDay,
} from "./actions.ts";
export {
  describeDevice,
  type DeviceFacts,
  type DeviceHints,
} from "./device.ts";
export {
  contactCodeForm,
  contactForm,
  LANGUAGES,
  profileForm,
} from "./forms.ts";
export { proofOf, removeKey } from "./keys/actions.ts";
export {
  addPasskey,
  passkeyOptions,
  returnByPasskey,
  returnOptions,
} from "./keys/passkeys.ts";
export { type AccountKeys, findKeys, hasKeys, isProven } from "./keys/proof.ts";
export { makeRecoveryCode, returnByCode } from "./keys/recovery.ts";
export type { ReturnRefusal, SignInFacts } from "./keys/sign_in.ts";
export {
  findPicture,
  findProfile,
  giveBackToProfile,
  hasInProfile,
  type Profile,
  type ProfileView,
  removePicture,
  savePicture,
  saveProfile,
  takeFromProfile,
  type TakenFromProfile,
} from "./profile/actions.ts";
export {
  addressOf,
  askContact,
  confirmContact,
  type ContactView,
  findContact,
  removeContact,
} from "./profile/contact.ts";
export {
  MAX_PICTURE,
  type PictureRefusal,
  smallPicture,
} from "./profile/picture.ts";
export { pictureAddress } from "./profile/picture_address.ts";
export {
  endAllSessions,
  endSession,
  eraseDevice,
  listSessions,
  type SessionView,
} from "./sessions.ts";
