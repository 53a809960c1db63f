export type { Deps } from "./deps.ts";
export { finishCall } from "./finish.ts";
export { Matcher } from "./matcher.ts";
export { AGAIN_AFTER, nextChance, pairUp, type Seeker } from "./pairing.ts";
export { type Line, Post } from "./post.ts";
export { reconcile } from "./reconcile.ts";
export { tickets } from "./records.ts";
export { recover } from "./recover.ts";
export {
  dropTicket,
  type JoinRefusal,
  type StoredTicket,
  takeTicket,
  type Ticket,
} from "./tickets.ts";
