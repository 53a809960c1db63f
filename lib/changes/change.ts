import type { AuditAction, AuditEntry } from "../audit/mod.ts";
import { mayAnswerFor, mayReadCases, type Team } from "../safety/mod.ts";
import type { Staff } from "../staff/mod.ts";

/** That a case changed: its number and what was done, no words, no person. */
export interface Change {
  /** The index of its audit entry: all processes count alike. */
  index: number;
  number: string;
  team: Team;
  kind: AuditAction;
  /** Who of the staff did it; null for anybody else. */
  by: string | null;
}

/** The number of the case that an entry is about; null for anything else. */
export function caseIn({ object }: AuditEntry): string | null {
  return object?.startsWith("MC-") ? object : null;
}

export function changeOf(
  entry: AuditEntry,
  number: string,
  team: Team,
): Change {
  const { index, action, actorKind, actor } = entry;
  const by = actorKind === "staff" ? actor : null;
  return { index, number, team, kind: action, by };
}

/** Whether somebody may hear of a change at all. */
export function mayHear(
  staff: Pick<Staff, "may" | "facts">,
  { team, kind }: Change,
): boolean {
  // Whoever may answer an alert has it on their pages, with cases or without.
  const isTold = kind.startsWith("alert.") &&
    mayAnswerFor(staff.facts.roles, team);
  return (isTold || mayReadCases(staff, team)) &&
    (!kind.startsWith("age.") || staff.may("age.read"));
}

const ENDS_STREAMS: readonly AuditAction[] = [
  "staff.remove",
  "staff.roles",
  "staff.session.end",
];

/**
 * Whose streams end by an entry: they were opened with what somebody could do
 * until then. The log's order makes it so before anything later is told.
 */
export function endsStreamsOf({ action, object }: AuditEntry): string | null {
  return ENDS_STREAMS.includes(action) ? object : null;
}
