export { leftInLine } from "../chat/chat_message.ts";
export { followDateFields } from "./date_fields.ts";
export { sayLocalTimes } from "./local_times.ts";
export { listenToKeys } from "./shortcuts.ts";
export { minutesEast } from "./time_zone.ts";
export type { EndReason, TalkState } from "./states.ts";
export { Talk } from "./talk.ts";
