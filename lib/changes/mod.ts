/**
 * For: telling open pages of the back office that a case changed, and where its person is.
 * Keeps: the streams that are open through this process, in memory, while they last.
 * Enter: the app, which opens it, and the edge, which ties browsers to it.
 */
export type { Change } from "./change.ts";
export {
  ChangeFeed,
  type ChangeFeedOptions,
  type Following,
} from "./change_feed.ts";
export type { ByeReason, StreamEvent } from "./events.ts";
export type { Follower, StreamPort } from "./follower.ts";
