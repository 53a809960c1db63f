/**
 * For: the people who run Millo: how they come in, what they may do, and its proof.
 * Keeps: accounts of the staff with their roles, passkeys, codes, invitations and sessions.
 * Enter: rooms after it, whose actions take an Actor; the edge, and commands.
 */
export type { StaffDeps } from "./deps.ts";
export {
  addByOperator,
  declineInvitation,
  findInvitation,
  type Invitation,
  invite,
  isOpen,
  listInvitations,
  revokeInvitation,
} from "./invitations.ts";
export {
  alertAddresses,
  askAlertAddress,
  confirmAlertAddress,
  forgetAlertAddress,
  ownAlertAddress,
} from "./alert_address.ts";
export {
  type Colleague,
  colleagues,
  endShift,
  goOnCall,
  lastShiftUntold,
  onCallUntil,
  type Shift,
} from "./on_call.ts";
export {
  addDemoEntry,
  addDemoSession,
  addDemoStaff,
  enterByLink,
} from "./entry.ts";
export {
  MAX_SHIFT_HOURS,
  preferencesForm,
  queueViewForm,
  shiftForm,
  staffName,
} from "./forms.ts";
export { MAX_QUEUE_VIEWS } from "./records.ts";
export {
  removeQueueView,
  type SavedView,
  saveQueueView,
} from "./queue_views.ts";
export { type Preferences, setPreferences } from "./preferences.ts";
export { writeInvitationFile } from "./invitation_files.ts";
export { join, joinOptions } from "./join.ts";
export {
  CODES,
  codesLeft,
  inviteOwnPasskey,
  makeStaffCodes,
  MAX_STAFF_PASSKEYS,
  passkeysOf,
  removeStaffPasskey,
  type StaffPasskey,
  useStaffCode,
} from "./keys.ts";
export {
  type ChangeRefusal,
  changeRoles,
  endStaffSession,
  findStaffAccount,
  hasAdmin,
  listStaff,
  removeStaff,
  type StaffAccount,
  type StaffAccountView,
  staffNames,
} from "./staff_accounts.ts";
export {
  asksSecond,
  isHidden,
  mayGrant,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  type Proof,
  proofFor,
  type Role,
  ROLE_NAMES,
  ROLES,
  rolesToGive,
} from "./permissions.ts";
export { INVITATION_MINUTES } from "./records.ts";
export {
  findStaff,
  hasLapsed,
  listStaffSessions,
  noteOwnAccount,
  openSessions,
  type StaffSessionView,
} from "./sessions.ts";
export {
  proveStaff,
  signInStaff,
  staffProofOptions,
  staffSignInOptions,
} from "./sign_in.ts";
export {
  Actor,
  authorise,
  type AuthorityRefusal,
  isPlace,
  type Occasion,
  type Staff,
} from "./staff.ts";
