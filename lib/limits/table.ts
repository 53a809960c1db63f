import type { Bucket } from "./bucket.ts";

/** Whose bucket it is. */
export type LimitKind = "address" | "account" | "session" | "connection";

export interface Limit extends Bucket {
  each: LimitKind;
  /**
   * While the store does not answer: `open` goes on with the bucket of this
   * process alone, `closed` refuses.
   */
  fails: "open" | "closed";
  reason: string;
}

const MINUTES = 60;
const HOURS = 3600;

/**
 * Every limit of the product, with its reason. `size` at once, then `refill` a
 * second; empty, each is full again within an hour.
 */
export const LIMITS = {
  pages: {
    each: "address",
    size: 600,
    refill: 10,
    fails: "open",
    reason: "a whole office behind one address reads less; a scraper more",
  },
  changes: {
    each: "address",
    size: 90,
    refill: 1,
    fails: "open",
    reason: "forms are filled in by hand, and each one costs a write",
  },
  gates: {
    each: "address",
    size: 30,
    refill: 30 / (10 * MINUTES),
    fails: "closed",
    reason: "birth dates are given once, not tried one after the other",
  },
  accounts: {
    each: "address",
    size: 20,
    refill: 20 / HOURS,
    fails: "closed",
    reason:
      "an account is free; who makes them by the hundred is up to no good",
  },
  questions: {
    each: "address",
    size: 10,
    refill: 10 / HOURS,
    fails: "closed",
    reason: "a person reads each one, and nobody has ten within minutes",
  },
  returns: {
    each: "address",
    size: 20,
    refill: 20 / (10 * MINUTES),
    fails: "closed",
    reason: "each try costs a hash, and nobody has twenty codes to try",
  },
  entries: {
    each: "address",
    size: 30,
    refill: 30 / (10 * MINUTES),
    fails: "closed",
    reason: "the staff are few: a passkey or a link is opened some times a day",
  },
  recoveries: {
    each: "address",
    size: 10,
    refill: 10 / HOURS,
    fails: "closed",
    reason: "one of the staff has eight codes, and loses a passkey once a year",
  },
  numbers: {
    each: "address",
    size: 20,
    refill: 20 / HOURS,
    fails: "closed",
    reason:
      "a number is opened and answered some times a day, and never guessed",
  },
  keys: {
    each: "account",
    size: 10,
    refill: 10 / HOURS,
    fails: "closed",
    reason: "a code is made once and kept, not made anew by the minute",
  },
  reports: {
    each: "account",
    size: 10,
    refill: 10 / HOURS,
    fails: "open",
    reason: "a person reads each one; ten in an hour is a very bad evening",
  },
  codes: {
    each: "account",
    size: 12,
    refill: 12 / HOURS,
    fails: "closed",
    reason: "codes go to an address that may be a stranger's",
  },
  pictures: {
    each: "account",
    size: 20,
    refill: 20 / HOURS,
    fails: "open",
    reason: "opening a picture takes more work than anything else a form does",
  },
  copies: {
    each: "account",
    size: 10,
    refill: 10 / HOURS,
    fails: "closed",
    reason: "a copy reads everything about a person; two a day are many",
  },
  sockets: {
    each: "account",
    size: 30,
    refill: 0.5,
    fails: "open",
    reason: "a page opens one; a loop of them wakes the matcher each time",
  },
  frames: {
    each: "connection",
    size: 40,
    refill: 20,
    fails: "open",
    reason: "no page of ours sends more; a flood costs everybody",
  },
  searches: {
    each: "connection",
    size: 20,
    refill: 1,
    fails: "open",
    reason: "leafing through people faster than this is not meeting them",
  },
  messages: {
    each: "connection",
    size: 8,
    refill: 2,
    fails: "open",
    reason: "nobody types faster; pasted floods drown the other",
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** The limits whose buckets are of this kind. */
export type NameOf<Kind extends LimitKind> = {
  [N in LimitName]: typeof LIMITS[N]["each"] extends Kind ? N : never;
}[LimitName];

/** The limits that all processes on one store hold together. */
export type SharedName = Exclude<LimitName, NameOf<"connection">>;
