import { HOUR, type Millis, MINUTE } from "../kernel/mod.ts";
import type { ReasonId, RuleId, Severity, Team } from "./vocabulary.ts";

export interface Reason {
  severity: Severity;
  /** How soon after the report a person has decided. */
  deadline: Millis;
  team: Team;
  /**
   * Whether a still of the video may come with it: never where a minor could
   * be in it, and with `adults` only where the reporter says that it shows
   * none. To hold such a picture is a crime in most places; in the UK since
   * 29 June 2026 to take one of an intimate scene is, too.
   */
  still: "allowed" | "adults" | "never";
  /** The house rule that it would break. */
  rule: RuleId | null;
  /**
   * The category of a statement of reasons in the Transparency Database
   * (Article 24(5) of Regulation (EU) 2022/2065).
   */
  category: string;
  /** The law behind the deadline or the handling, where there is one. */
  law: string | null;
  /** True where pressing it by mistake cannot be taken back. */
  final: boolean;
  /** True where whoever is on call is told at once. */
  alerts: boolean;
  /** True where both are parted and the reported waits for a person's look. */
  holds: boolean;
}

const PLAIN = { final: false, alerts: false, holds: false, law: null } as const;

/** Everything that a report may be about, in the order in which it is shown. */
export const REASONS: Readonly<Record<ReasonId, Reason>> = {
  under_18: {
    severity: "critical",
    deadline: 15 * MINUTE,
    team: "child_safety",
    still: "never",
    rule: "adults",
    category: "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
    law: "Article 28 of Regulation (EU) 2022/2065; 18 U.S.C. § 2258A",
    final: true,
    alerts: false,
    holds: true,
  },
  danger: {
    severity: "critical",
    deadline: 15 * MINUTE,
    team: "general",
    still: "never",
    rule: null,
    category: "STATEMENT_CATEGORY_SELF_HARM",
    law: "Article 18 of Regulation (EU) 2022/2065",
    final: true,
    alerts: true,
    holds: false,
  },
  threatened: {
    severity: "critical",
    deadline: 30 * MINUTE,
    team: "general",
    still: "never",
    rule: "record",
    category: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
    law: null,
    final: true,
    alerts: false,
    holds: false,
  },
  nudity: {
    ...PLAIN,
    severity: "severe",
    deadline: 2 * HOUR,
    team: "general",
    still: "adults",
    rule: "harm",
    category: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  },
  threat: {
    ...PLAIN,
    severity: "severe",
    deadline: 2 * HOUR,
    team: "general",
    still: "allowed",
    rule: "harm",
    category: "STATEMENT_CATEGORY_VIOLENCE",
  },
  hate: {
    ...PLAIN,
    severity: "serious",
    deadline: 6 * HOUR,
    team: "general",
    still: "allowed",
    rule: "harm",
    category: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  },
  recording: {
    ...PLAIN,
    severity: "serious",
    deadline: 6 * HOUR,
    team: "general",
    still: "adults",
    rule: "record",
    category: "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  },
  fraud: {
    ...PLAIN,
    severity: "minor",
    deadline: 24 * HOUR,
    team: "general",
    still: "allowed",
    rule: "sell",
    category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  },
  other: {
    ...PLAIN,
    severity: "minor",
    deadline: 24 * HOUR,
    team: "general",
    still: "adults",
    rule: null,
    category: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  },
};

/** Whether a still may come with a report, as the reporter describes it. */
export function mayHaveStill(
  reason: ReasonId,
  { clearlyAdult }: { clearlyAdult: boolean },
): boolean {
  const { still } = REASONS[reason];
  return still === "allowed" || still === "adults" && clearlyAdult;
}
