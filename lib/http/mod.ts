/**
 * For: the edge: what comes by HTTP is read, limited, refused and answered here.
 * Keeps: answers to visitors and packed files, in memory, while the process runs.
 * Enter: routes and the server entry; no other room.
 */
export {
  auditData,
  beginVerification,
  consistencyData,
  inclusionData,
} from "./audit_pages.ts";
export { readText } from "./body.ts";
export {
  browserName,
  deviceOf,
  readJson,
  sessionTokenOf,
  signInFactsOf,
  siteOf,
  withoutSession,
  withoutStaffSession,
  withSession,
  withStaffSession,
} from "./browser.ts";
export {
  dropMark,
  flagPathOf,
  markOf,
  refuseBarredBrowser,
} from "./browser_mark.ts";
export {
  type BulkData,
  bulkData,
  type BulkDoneData,
  bulkDoneData,
} from "./bulk_page.ts";
export { contactData } from "./contact_page.ts";
export { zipOf } from "./copy.ts";
export { clearCookie, COOKIES, setCookie } from "./cookies.ts";
export {
  askAdmission,
  authorise,
  isOwnOrigin,
  mayMeasure,
  requireMember,
} from "./guards.ts";
export {
  casesData,
  filterIn,
  keepingQueue,
  lastQueue,
  queueAddress,
  type QueueView,
  type SavedViews,
  viewIn,
} from "./queue_pages.ts";
export { packStatics } from "./packed.ts";
export { regionOf, withProvider } from "./gate.ts";
export { ownOriginOf } from "./origin.ts";
export { cachedPages } from "./cached_pages.ts";
export { routableOnly } from "./routable.ts";
export { inner, outer } from "./middlewares/mod.ts";
export {
  faultIn,
  type FormErrors,
  type FormOptions,
  type FormRead,
  type FormValues,
  readForm,
  unprocessable,
} from "./forms.ts";
export { frameOf } from "./frame.ts";
export { languagesOf, ownPath } from "./language.ts";
export { policyData, textsToAgree } from "./policy_page.ts";
export {
  BLANK,
  dataByNumber,
  numberAlone,
  readNumbered,
  type ReferenceData,
  reopened,
} from "./reference_page.ts";
export { forbidden, Refusal } from "./refusal.ts";
export { PROVE_FOR_KEYS, seeOther } from "./respond.ts";
export { tooMany } from "./refusal.ts";
export { wantsJson } from "./accept.ts";
export { isPress } from "./press.ts";
export { memberIn, type Principal, staffIn } from "./principal.ts";
export {
  type Ctx,
  define,
  type MemberCtx,
  members,
  type MemberState,
  type StaffCtx,
  staffRoutes,
  type State,
} from "./state.ts";
export {
  destinationOf,
  keepDestination,
  redirectForStage,
  returnFrom,
  stepTo,
} from "./way_in.ts";
export {
  type AlertBanners,
  alertBanners,
  type ShownAlert,
} from "./alert_pages.ts";
export { homeData, type OwnWorkRow } from "./home_page.ts";
export {
  adminPathOf,
  invitationOf,
  mePageData,
  staffAccountData,
  type StaffErrors,
  staffPageData,
} from "./staff_pages.ts";
export { caseData, renewClaim, waitingFor } from "./case_pages.ts";
export {
  fillingsFor,
  inWords,
  readTyped,
  typedDecision,
} from "./decision_words.ts";
export {
  ageFlagData,
  ageFlagsData,
  enterByYes,
  flagData,
  flagOf,
  goOnWithCheck,
  objectToFlag,
  ownCheckData,
} from "./age_pages.ts";
export { standingData } from "./standing_page.ts";
export { appealData, appealsData } from "./appeal_pages.ts";
export { accept } from "./socket.ts";
export { streamChanges } from "./change_stream.ts";
