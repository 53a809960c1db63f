/** What the live page shows; `matched` turns `live` when their picture is there. */
export type TalkState =
  | "ready"
  | "searching"
  | "matched"
  | "live"
  | "ended"
  | "interrupted";

/** How a call ended. */
export type EndReason =
  | "they-left"
  | "you-left"
  | "interrupted"
  | "failed"
  | "elsewhere";
