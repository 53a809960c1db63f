/**
 * For: the life of a call, its two seats and the media server; the only room that names LiveKit.
 * Keeps: who was in which call and when, two days at most.
 * Enter: chat, matching and live.
 */
export {
  type Call,
  ended,
  newCall,
  otherThan,
  type Seat,
  seatOf,
  type StoredCall,
} from "./call.ts";
export { LiveKit, TOKEN_SECONDS } from "./livekit.ts";
export { type Media, type MediaEvent, MediaUnavailable } from "./media.ts";
export { MediaWatch } from "./media_watch.ts";
export { calls } from "./records.ts";
export { recentCalls } from "./recent_calls.ts";
