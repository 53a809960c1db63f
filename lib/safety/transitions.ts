import type { Millis } from "../kernel/mod.ts";
import type { CaseEvent, CaseEventKind } from "./case_events.ts";
import { type CaseState, type CaseStatus, statusOf } from "./case_state.ts";

/** Why an event may not happen to a case. */
export type TransitionRefusal =
  /** It was merged into another one. */
  | "merged"
  /** No report of it waits for a decision. */
  | "nothing_open"
  /** It names reports that are not open, or leaves out ones that are. */
  | "stale"
  /** No ban waits for a second person, or it is another one. */
  | "no_second"
  /** Whoever decided it is not the second person. */
  | "own_decision"
  /** No such decision is in force. */
  | "no_decision"
  /** Such an appeal is not open. */
  | "no_appeal"
  /** It was appealed by the same side already. */
  | "appealed"
  /** One question may be asked, and it was. */
  | "asked"
  /** Nobody is there any more. */
  | "erased";

/** In which statuses each kind of event may happen; the rest is refused. */
const ALLOWED: Readonly<Record<CaseEventKind, readonly CaseStatus[]>> = {
  reported: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  report_added: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  report_withdrawn: ["open", "snoozed", "check_awaited"],
  claimed: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  released: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  noted: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  snoozed: ["open", "snoozed"],
  second_asked: ["open", "snoozed"],
  decided: ["open", "snoozed", "check_awaited"],
  reporter_barred: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  bar_ended: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  undone: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  ban_confirmed: ["open", "snoozed", "check_awaited", "second_awaited"],
  ban_declined: ["open", "snoozed", "check_awaited", "second_awaited"],
  ban_lapsed: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  appealed: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
  appeal_withdrawn: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  appeal_asked: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  appeal_replied: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  appeal_decided: [
    "open",
    "snoozed",
    "check_awaited",
    "second_awaited",
    "closed",
  ],
  escalated: ["open", "snoozed", "check_awaited"],
  check_asked: ["open", "snoozed"],
  check_passed: ["open", "snoozed", "check_awaited", "closed"],
  check_failed: ["open", "snoozed", "check_awaited", "closed"],
  merged: ["open", "snoozed", "closed"],
  erased: ["open", "snoozed", "check_awaited", "second_awaited", "closed"],
};

/** Null where the event may happen to the case now. */
export function refusalOf(
  state: CaseState,
  event: CaseEvent,
  now: Millis,
): TransitionRefusal | null {
  const status = statusOf(state, now);
  if (status === "merged") return "merged";
  if (!ALLOWED[event.kind].includes(status)) {
    return event.kind.startsWith("ban_") ? "no_second" : "nothing_open";
  }
  switch (event.kind) {
    case "decided":
      return sameReports(state, event.reports) ? null : "stale";
    case "report_withdrawn":
      return state.open.some(({ report }) => report === event.report)
        ? null
        : "stale";
    case "bar_ended":
    case "undone":
    case "appealed":
      return refusalAboutDecision(state, event);
    case "ban_confirmed":
    case "ban_declined":
    case "ban_lapsed":
      return refusalOfSecond(state, event);
    case "appeal_withdrawn":
    case "appeal_asked":
    case "appeal_replied":
    case "appeal_decided":
      return refusalOfAppeal(state, event);
    case "check_asked":
      return state.erased ? "erased" : null;
    case "check_passed":
    case "check_failed":
      return refusalOfCheck(state, event);
    default:
      return null;
  }
}

/** A decision answers all that is open: what came since must be seen first. */
function sameReports(state: CaseState, reports: readonly string[]): boolean {
  return reports.length === state.open.length &&
    state.open.every(({ report }) => reports.includes(report));
}

function refusalAboutDecision(
  state: CaseState,
  event: Extract<CaseEvent, { kind: "bar_ended" | "undone" | "appealed" }>,
): TransitionRefusal | null {
  if (!state.inForce.includes(event.decision)) return "no_decision";
  if (event.kind !== "appealed") return null;
  const again = state.appealed.some(({ decision, by }) =>
    decision === event.decision && by === event.by
  );
  return again ? "appealed" : null;
}

/** A check is about what is open, or about a decision that it objects to. */
function refusalOfCheck(
  { open, inForce }: CaseState,
  { decision }: Extract<CaseEvent, { kind: "check_passed" | "check_failed" }>,
): TransitionRefusal | null {
  if (decision === null) return open.length > 0 ? null : "nothing_open";
  return inForce.includes(decision) ? null : "no_decision";
}

function refusalOfSecond(
  { second, unconfirmed }: CaseState,
  event: Extract<
    CaseEvent,
    { kind: "ban_confirmed" | "ban_declined" | "ban_lapsed" }
  >,
): TransitionRefusal | null {
  if (event.kind === "ban_lapsed") {
    return unconfirmed.includes(event.decision) ? null : "no_second";
  }
  if (second?.decision !== event.decision) return "no_second";
  return second.by === event.staff ? "own_decision" : null;
}

function refusalOfAppeal(
  state: CaseState,
  event: Extract<CaseEvent, { appeal: string }>,
): TransitionRefusal | null {
  const open = state.appeals.find(({ appeal }) => appeal === event.appeal);
  if (!open) return "no_appeal";
  if (event.kind === "appeal_asked") {
    return open.question === "none" ? null : "asked";
  }
  if (event.kind === "appeal_replied") {
    return open.question === "asked" ? null : "no_appeal";
  }
  return null;
}
