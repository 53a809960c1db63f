import { z } from "zod";
import {
  APPEAL_OUTCOMES,
  APPELLANTS,
  MEASURES,
  REASON_IDS,
} from "./vocabulary.ts";

const id = z.string().length(26);
const at = z.number().int();

/**
 * Everything that can happen to a case. Events are appended and never changed;
 * what is true now is worked out from them, see case_state.ts. They hold ids
 * and figures, no words.
 */
export const caseEvent = z.discriminatedUnion("kind", [
  /** Somebody reported the person; `reporter` is opaque, one for a device. */
  z.object({
    kind: z.literal("reported"),
    report: id,
    reason: z.enum(REASON_IDS),
    reporter: z.string(),
    at,
    /** How many of this reporter's earlier reports were right. */
    upheld: z.number().int().min(0),
    /** True where they may not report any more: it counts nothing. */
    barred: z.boolean(),
  }),
  /** The reporter added words, a still or another reason to their report. */
  z.object({
    kind: z.literal("report_added"),
    report: id,
    reason: z.enum(REASON_IDS),
  }),
  /** A mistaken tap, taken back within its ten seconds. */
  z.object({ kind: z.literal("report_withdrawn"), report: id }),
  z.object({ kind: z.literal("claimed"), staff: id }),
  z.object({ kind: z.literal("released"), staff: id }),
  z.object({ kind: z.literal("noted"), staff: id }),
  z.object({ kind: z.literal("snoozed"), staff: id, until: at }),
  /** A second moderator is asked to decide instead. */
  z.object({ kind: z.literal("second_asked"), staff: id }),
  z.object({
    kind: z.literal("decided"),
    staff: id,
    decision: id,
    measures: z.array(z.enum(MEASURES)).min(1),
    /** The reports that it answers. */
    reports: z.array(id),
    /** When a ban ends unless a second person agrees; null for any other. */
    provisionalUntil: at.nullable(),
  }),
  /** Whoever made an abusive report may not report for a time. */
  z.object({ kind: z.literal("reporter_barred"), staff: id, decision: id }),
  /** The decision that found a report abusive is none any more. */
  z.object({ kind: z.literal("bar_ended"), decision: id }),
  /** Taken back by whoever decided, within ten minutes. */
  z.object({ kind: z.literal("undone"), staff: id, decision: id }),
  z.object({ kind: z.literal("ban_confirmed"), staff: id, decision: id }),
  z.object({ kind: z.literal("ban_declined"), staff: id, decision: id }),
  /** Nobody confirmed it in time. */
  z.object({ kind: z.literal("ban_lapsed"), decision: id }),
  z.object({
    kind: z.literal("appealed"),
    appeal: id,
    decision: id,
    by: z.enum(APPELLANTS),
  }),
  z.object({ kind: z.literal("appeal_withdrawn"), appeal: id }),
  /** One question back; the clock of the appeal stands still. */
  z.object({ kind: z.literal("appeal_asked"), appeal: id, staff: id }),
  z.object({ kind: z.literal("appeal_replied"), appeal: id }),
  z.object({
    kind: z.literal("appeal_decided"),
    appeal: id,
    decision: id,
    staff: id,
    outcome: z.enum(APPEAL_OUTCOMES),
    /** The reports that the overturned decision had closed. */
    reopens: z.array(id),
  }),
  /** Passed on to whoever is on call, or to child safety; needs no reason. */
  z.object({ kind: z.literal("escalated"), staff: id.nullable() }),
  /** An age check was asked of the person. */
  z.object({ kind: z.literal("check_asked"), staff: id, until: at }),
  /**
   * The person showed their age. A decision that says otherwise counts no more,
   * and its reports are open again.
   */
  z.object({ kind: z.literal("check_passed"), decision: id.nullable() }),
  /** The check said that they are too young. */
  z.object({ kind: z.literal("check_failed"), decision: id.nullable() }),
  z.object({ kind: z.literal("merged"), staff: id, into: z.string() }),
  /** The account is gone; the reports stay until they are decided. */
  z.object({ kind: z.literal("erased") }),
]);

export type CaseEvent = z.output<typeof caseEvent>;
export type CaseEventKind = CaseEvent["kind"];
