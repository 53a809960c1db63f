import { hasPlaceholder } from "./placeholders.ts";
import { removalsIn } from "./removals.ts";
import type { Abuse } from "./reporting_bars.ts";
import { stepIn } from "./strikes.ts";
import type { Measure, RuleId } from "./vocabulary.ts";

/** What a moderator decides about the open reports of a case. */
export interface Ruling {
  number: string;
  /** The reports that the form showed. */
  reports: readonly string[];
  measures: readonly Measure[];
  rule: RuleId | null;
  /** What was found, as the person reads it. */
  facts: string;
  /** Why it is less or more than suggested; for the log. */
  reason: string | null;
  bulk: string | null;
  /** Reports among them that are abusive; left out for none. */
  abuse?: Abuse | null;
}

export type RulingRefusal =
  | "unknown"
  | "own"
  /** The claim has ended, or somebody else has the case. */
  | "lapsed"
  /** Reports came or went since the form was made. */
  | "stale"
  /** Measures that do not go together, or none. */
  | "measures"
  | "rule"
  | "facts"
  /** A placeholder of a saved reply has nothing to stand for. */
  | "placeholder"
  /** The same of the words to whoever made an abusive report. */
  | "abuse"
  | "abuse_rule"
  | "abuse_facts"
  | "abuse_placeholder"
  /** A ban asks for the proof that lets somebody ban. */
  | "ban"
  | "merged"
  | "nothing_open";

/** What is wrong with the form itself. */
export type RulingFault = Extract<
  RulingRefusal,
  | "measures"
  | "rule"
  | "facts"
  | "placeholder"
  | "abuse"
  | "abuse_rule"
  | "abuse_facts"
  | "abuse_placeholder"
>;

/** What a form says, judged before anything is read: null for nothing wrong. */
export function faultInRuling(
  { measures, rule, facts, abuse = null, reports = [] }:
    & Pick<Ruling, "measures" | "rule" | "facts" | "abuse">
    & Partial<Pick<Ruling, "reports">>,
): RulingFault | null {
  const isAlone = measures.includes("invalid") || measures.includes("dismiss");
  const main = measures.filter((measure) =>
    measure === "invalid" || stepIn([measure]) !== null
  );
  const others = removalsIn(measures);
  if (main.length !== 1 || main.length + others.length !== measures.length) {
    return "measures";
  }
  if (isAlone && others.length > 0) return "measures";
  if (abuse && measures.includes("invalid")) return "measures";
  if (!isAlone && rule === null) return "rule";
  if (facts.trim() === "") return "facts";
  if (hasPlaceholder(facts)) return "placeholder";
  return abuse && faultInAbuse(abuse, reports);
}

function faultInAbuse(
  { reports, rule, facts }: Abuse,
  open: readonly string[],
): RulingFault | null {
  const isAmong = reports.every((report) => open.includes(report));
  if (reports.length === 0 || !isAmong) return "abuse";
  if (rule === null) return "abuse_rule";
  if (facts.trim() === "") return "abuse_facts";
  return hasPlaceholder(facts) ? "abuse_placeholder" : null;
}
