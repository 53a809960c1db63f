import type { Bucket } from "./bucket.ts";

interface Limit extends Bucket {
  /** Whose bucket it is. */
  each: "connection";
  because: string;
}

/** Every limit of the product, with its reason. */
export const LIMITS = {
  frames: {
    size: 40,
    refill: 20,
    each: "connection",
    because: "no page of ours sends more; a flood costs everybody",
  },
  searches: {
    size: 20,
    refill: 1,
    each: "connection",
    because: "leafing through people faster than this is not meeting them",
  },
  lines: {
    size: 8,
    refill: 2,
    each: "connection",
    because: "nobody types faster; pasted floods drown the other",
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
