import { DAY, HOUR, type Millis, MINUTE, SECOND } from "../kernel/mod.ts";

/** When a job runs, over all processes together. */
export type Timing =
  /** This long after its last run has ended. */
  | { every: Millis }
  /** Once a day at this hour of UTC, when few people are here. */
  | { atHour: number };

interface Row {
  timing: Timing;
  /** Completes "Cannot …" in the log. */
  does: string;
  why: string;
}

/** Everything that must happen now and then. Each bears to be run twice. */
export const TIMETABLE = {
  alerts: {
    timing: { every: 3 * SECOND },
    does: "tell whoever is on call of an alert",
    why: "within ten seconds, also where the process that raised it has died",
  },
  mail: {
    timing: { every: MINUTE },
    does: "send mail that is due",
    why: "a mail server that was away gets the next try",
  },
  sweep: {
    timing: { every: MINUTE },
    does: "remove records past their end",
    why: "a period is over when it is over, whatever the store keeps",
  },
  calls: {
    timing: { every: MINUTE },
    does: "end calls whose room is gone",
    why: "the media server's message about it may be lost",
  },
  erasures: {
    timing: { every: MINUTE },
    does: "go on with erasures and the searches after them",
    why: "the process that began one may have died",
  },
  checkpoints: {
    timing: { every: 10 * MINUTE },
    does: "sign the head of the audit log",
    why: "what is signed cannot be changed unseen; what is not, can",
  },
  verification: {
    timing: { atHour: 2 },
    does: "verify the audit log",
    why: "a change is found within a day, not when somebody asks",
  },
  bans: {
    timing: { every: MINUTE },
    does: "end bans that nobody confirmed in time",
    why: "one person alone must not ban another",
  },
  outcomes: {
    timing: { every: MINUTE },
    does: "tell reporters what was decided",
    why: "the process that decided may have died before it told them",
  },
  checks: {
    timing: { every: MINUTE },
    does: "follow the age checks that are awaited",
    why: "a provider's answer may be lost, and nobody waits without an end",
  },
  compaction: {
    timing: { atHour: 3 },
    does: "rewrite the store's files",
    why: "what was removed lies in them until then; at 3, few people are here",
  },
} as const satisfies Record<string, Row>;

export type JobName = keyof typeof TIMETABLE;

/** How long until a job is due that was not run just now. */
export function waitFor(timing: Timing, now: Millis): Millis {
  if ("every" in timing) return timing.every;
  const until = (timing.atHour * HOUR - now % DAY + DAY) % DAY;
  // A timer may fire a moment early; that is not a second time.
  return until < MINUTE ? until + DAY : until;
}

/** How long whoever ran a job keeps the other processes from it. */
export function leaseFor(timing: Timing): Millis {
  return "every" in timing ? timing.every : HOUR;
}
