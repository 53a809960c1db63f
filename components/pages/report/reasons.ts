import type { ReasonId } from "../../../lib/safety/mod.ts";

/** In the order in which they are offered: what is worst is found first. */
export const REASONS_SHOWN: readonly ReasonId[] = [
  "under_18",
  "danger",
  "threatened",
  "nudity",
  "threat",
  "hate",
  "recording",
  "fraud",
  "other",
];
