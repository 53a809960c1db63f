import { DAY, type Millis } from "../kernel/mod.ts";
import { APPEAL_DAYS } from "./records.ts";

/** How long an undecided report or an open appeal may keep evidence at most. */
const UNDECIDED: Millis = 365 * DAY;

/**
 * From when the last 31 days of evidence count: the latest of the decision's
 * time to appeal and the decision of an appeal. While something is undecided
 * it is a year ahead, so that no evidence ends before its decision.
 */
export function keepFromOf(
  { decidedAt, appealDecidedAt, undecidedSince }: {
    decidedAt: Millis | null;
    appealDecidedAt: Millis | null;
    /** When the oldest open report or appeal came; null for none. */
    undecidedSince: Millis | null;
  },
): Millis {
  return Math.max(
    decidedAt === null ? 0 : decidedAt + APPEAL_DAYS * DAY,
    appealDecidedAt ?? 0,
    undecidedSince === null ? 0 : undecidedSince + UNDECIDED,
  );
}
