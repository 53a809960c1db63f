/**
 * For: pages in the browser; the live page's rules stand in talk_machine.ts.
 * Keeps: nothing beyond the page; camera and microphone are let go with it.
 * Enter: islands. It reaches other rooms for types, forms and the protocol only.
 */
export { keysOn, type PageKey } from "./key_map.ts";
export { hasSingleKeys, listenToPageKeys } from "./page_keys.ts";
export { leftInMessage } from "../chat/chat_message.ts";
export type { BlockingState } from "./blocking.ts";
export { followDateFields } from "./date_fields.ts";
export { type LiveNotice, LivePage } from "./live_page.ts";
export { sayLocalTimes } from "./local_times.ts";
export { Reporting, type ReportingState } from "./reporting.ts";
export { type LookState, StillLook } from "./still_look.ts";
export { listenToKeys } from "./shortcuts.ts";
export { minutesEast } from "./time_zone.ts";
export type { EndReason, InCall, TalkState } from "./states.ts";
export { Talk } from "./talk.ts";
