import { assertNever, type Millis } from "../kernel/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import type { Appellant, ReasonId } from "./vocabulary.ts";

/** A report that waits for a decision. */
export interface OpenReportRef {
  report: string;
  reason: ReasonId;
  reporter: string;
  at: Millis;
  upheld: number;
  barred: boolean;
}

export interface OpenAppeal {
  appeal: string;
  decision: string;
  by: Appellant;
  /** The one question back: whether it was asked, and answered. */
  question: "none" | "asked" | "answered";
}

/** What is true of a case, worked out from its events. */
export interface CaseState {
  /** How many events there were. */
  seq: number;
  open: readonly OpenReportRef[];
  /** Reports that a decision in force has answered, by decision. */
  closed: Readonly<Record<string, readonly OpenReportRef[]>>;
  /** Decisions that were neither undone nor overturned. */
  inForce: readonly string[];
  /** The ban that waits for a second person. */
  second: { decision: string; by: string; until: Millis } | null;
  /** All bans that nobody confirmed; of several, only the last can be. */
  unconfirmed: readonly string[];
  /** Who asked that somebody else decides. */
  secondOpinion: string | null;
  snoozedUntil: Millis | null;
  /** Until when an age check is awaited. */
  checkUntil: Millis | null;
  appeals: readonly OpenAppeal[];
  /** Who appealed which decision, and did not withdraw: nobody does twice. */
  appealed: readonly { decision: string; by: Appellant }[];
  escalated: boolean;
  mergedInto: string | null;
  erased: boolean;
}

export const NEW_CASE: CaseState = {
  seq: 0,
  open: [],
  closed: {},
  inForce: [],
  second: null,
  unconfirmed: [],
  secondOpinion: null,
  snoozedUntil: null,
  checkUntil: null,
  appeals: [],
  appealed: [],
  escalated: false,
  mergedInto: null,
  erased: false,
};

/** What an event makes of a case. Events are applied in the order of `seq`. */
export function apply(state: CaseState, event: CaseEvent): CaseState {
  return { ...change(state, event), seq: state.seq + 1 };
}

export function stateOf(events: Iterable<CaseEvent>): CaseState {
  let state = NEW_CASE;
  for (const event of events) state = apply(state, event);
  return state;
}

function change(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case "reported":
      return awake(state, {
        open: [...state.open, reportIn(event)],
      });
    case "report_added":
      return addedTo(state, event.report, event.reason);
    case "report_withdrawn":
      return { ...state, open: without(state.open, [event.report]) };
    case "claimed":
    case "released":
    case "noted":
      return state;
    case "snoozed":
      return { ...state, snoozedUntil: event.until };
    case "second_asked":
      return { ...state, secondOpinion: event.staff };
    case "decided":
      return decided(state, event);
    case "reporter_barred":
      return { ...state, inForce: [...state.inForce, event.decision] };
    case "bar_ended":
    case "undone":
    case "ban_declined":
    case "ban_lapsed":
      return takenBack(state, event.decision);
    case "ban_confirmed":
      return {
        ...state,
        second: null,
        unconfirmed: lessDecision(state.unconfirmed, event.decision),
      };
    case "appealed":
      return appealed(state, event);
    case "appeal_withdrawn":
      return withdrawn(state, event.appeal);
    case "appeal_asked":
      return { ...state, appeals: asked(state, event.appeal, "asked") };
    case "appeal_replied":
      return { ...state, appeals: asked(state, event.appeal, "answered") };
    case "appeal_decided": {
      const appeals = lessAppeal(state, event.appeal);
      if (event.outcome === "overturned") {
        return { ...takenBack(state, event.decision), appeals };
      }
      return event.outcome === "lessened"
        ? { ...unbanned(state, event.decision), appeals }
        : { ...state, appeals };
    }
    case "escalated":
      return awake(state, { escalated: true });
    case "check_asked":
      return { ...state, checkUntil: event.until };
    case "check_passed": {
      const shown = { ...state, checkUntil: null };
      return event.decision === null ? shown : takenBack(shown, event.decision);
    }
    case "check_failed":
      return { ...state, checkUntil: null };
    case "merged":
      return { ...state, mergedInto: event.into, open: [] };
    case "erased":
      return {
        ...state,
        ...{ erased: true, second: null, unconfirmed: [], checkUntil: null },
      };
    default:
      return assertNever(event);
  }
}

function reportIn(
  { kind: _, ...report }: Extract<CaseEvent, { kind: "reported" }>,
): OpenReportRef {
  return report;
}

/** What is new comes before a wish to see the case later, or to wait. */
function awake(state: CaseState, changed: Partial<CaseState>): CaseState {
  return { ...state, snoozedUntil: null, checkUntil: null, ...changed };
}

function addedTo(
  state: CaseState,
  report: string,
  reason: ReasonId,
): CaseState {
  const open = state.open.find((one) => one.report === report);
  if (open) {
    return awake(state, {
      open: state.open.map((one) => one === open ? { ...one, reason } : one),
    });
  }
  // What is added to a report that was decided asks for another look.
  for (const [decision, reports] of Object.entries(state.closed)) {
    const answered = reports.find((one) => one.report === report);
    if (!answered) continue;
    return awake(state, {
      open: [...state.open, { ...answered, reason }],
      closed: { ...state.closed, [decision]: without(reports, [report]) },
    });
  }
  return state;
}

function decided(
  state: CaseState,
  event: Extract<CaseEvent, { kind: "decided" }>,
): CaseState {
  const answered = state.open
    .filter(({ report }) => event.reports.includes(report));
  return {
    ...state,
    open: without(state.open, event.reports),
    closed: { ...state.closed, [event.decision]: answered },
    inForce: [...state.inForce, event.decision],
    second: event.provisionalUntil === null ? state.second : {
      decision: event.decision,
      by: event.staff,
      until: event.provisionalUntil,
    },
    unconfirmed: event.provisionalUntil === null
      ? state.unconfirmed
      : [...state.unconfirmed, event.decision],
    secondOpinion: null,
    snoozedUntil: null,
    checkUntil: null,
    escalated: false,
  };
}

/** A decision that is no longer one: what it had answered is open again. */
function takenBack(state: CaseState, decision: string): CaseState {
  const { [decision]: answered = [], ...closed } = state.closed;
  return {
    ...unbanned(state, decision),
    open: [...state.open, ...answered],
    closed,
    inForce: lessDecision(state.inForce, decision),
  };
}

/** A decision that is no ban any more waits for nobody to confirm one. */
function unbanned(state: CaseState, decision: string): CaseState {
  return {
    ...state,
    unconfirmed: lessDecision(state.unconfirmed, decision),
    second: state.second?.decision === decision ? null : state.second,
  };
}

function lessDecision(all: readonly string[], decision: string): string[] {
  return all.filter((one) => one !== decision);
}

function lessAppeal(state: CaseState, appeal: string): OpenAppeal[] {
  return state.appeals.filter((one) => one.appeal !== appeal);
}

function asked(
  state: CaseState,
  appeal: string,
  question: OpenAppeal["question"],
): OpenAppeal[] {
  return state.appeals.map((one) =>
    one.appeal === appeal ? { ...one, question } : one
  );
}

function appealed(
  state: CaseState,
  { appeal, decision, by }: Extract<CaseEvent, { kind: "appealed" }>,
): CaseState {
  const opened = { appeal, decision, by, question: "none" } as const;
  return {
    ...state,
    appeals: [...state.appeals, opened],
    appealed: [...state.appealed, { decision, by }],
  };
}

/** Whoever withdraws may appeal again while there is time. */
function withdrawn(state: CaseState, appeal: string): CaseState {
  const gone = state.appeals.find((one) => one.appeal === appeal);
  return {
    ...state,
    appeals: lessAppeal(state, appeal),
    appealed: state.appealed.filter(({ decision, by }) =>
      decision !== gone?.decision || by !== gone.by
    ),
  };
}

function without(
  reports: readonly OpenReportRef[],
  gone: readonly string[],
): OpenReportRef[] {
  return reports.filter(({ report }) => !gone.includes(report));
}

/** Where a case stands, in one word. */
export const CASE_STATUSES = [
  "open",
  "snoozed",
  "check_awaited",
  "second_awaited",
  "closed",
  "merged",
] as const;
export type CaseStatus = typeof CASE_STATUSES[number];

/**
 * The status at a moment. Appeals stand beside it: each has a clock of its own
 * and shows in the queue whatever the status is.
 */
export function statusOf(state: CaseState, now: Millis): CaseStatus {
  if (state.mergedInto !== null) return "merged";
  if (state.open.length > 0) {
    if (isAhead(state.checkUntil, now)) return "check_awaited";
    if (isAhead(state.snoozedUntil, now)) return "snoozed";
    return "open";
  }
  return state.second === null ? "closed" : "second_awaited";
}

function isAhead(until: Millis | null, now: Millis): boolean {
  return until !== null && until > now;
}
