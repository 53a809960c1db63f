export { listenToKeys } from "./shortcuts.ts";
export { createTalk, type Talk } from "./talk.ts";
