import type { Millis } from "../kernel/mod.ts";
import type { ValueOf } from "../store/mod.ts";
import type { SanctionKind, sanctions } from "./records.ts";

export type Sanction = ValueOf<typeof sanctions>;

/** What is in force about a person at a moment. */
export interface Standing {
  /** What keeps them out of calls, the gravest of all; null for nothing. */
  out: Sanction | null;
  mayReport: boolean;
}

/** The gravest first. A review hides behind a ban, not behind a suspension. */
const GRAVITY: readonly SanctionKind[] = ["ban", "review", "suspension"];

/**
 * Whether a sanction holds at `now`. One with an end needs no job: it is over
 * when its time is, and a provisional one when nobody has agreed by then.
 */
export function isInForce(sanction: Sanction, now: Millis): boolean {
  const { from, until, provisionalUntil, endedAt } = sanction;
  return from <= now && endedAt === null &&
    (until === null || until > now) &&
    (provisionalUntil === null || provisionalUntil > now);
}

/** See Standing. Of two of one kind the longer counts. */
export function standingOf(
  all: readonly Sanction[],
  now: Millis,
): Standing {
  const inForce = all.filter((sanction) => isInForce(sanction, now));
  const out = GRAVITY.flatMap((kind) =>
    inForce.filter((sanction) => sanction.kind === kind).sort(byEnd)
  );
  return {
    out: out[0] ?? null,
    mayReport: !inForce.some(({ kind }) => kind === "reporting_bar"),
  };
}

function byEnd(one: Sanction, other: Sanction): number {
  return endOf(other) - endOf(one);
}

function endOf({ until }: Sanction): number {
  return until ?? Number.MAX_SAFE_INTEGER;
}
