export { listenToKeys } from "./shortcuts.ts";
export type { EndReason, TalkState } from "./states.ts";
export { Talk } from "./talk.ts";
