import { z } from "zod";
import {
  cleanLine,
  isBlank,
  limitOf,
  type TextLimit,
  unifyLineBreaks,
  within,
} from "../text/mod.ts";
import { hasKnownPlaceholders } from "./placeholders.ts";
import {
  APPEAL_OUTCOMES,
  BULK_MEASURES,
  MAX_BULK,
  MEASURES,
  REASON_IDS,
  REMOVALS,
  RULE_IDS,
  STEPS,
} from "./vocabulary.ts";

/** What people and moderators may write, each time. */
export const MAX_WORDS: TextLimit = { characters: 2000, bytes: 24_000 };

/** All words of a report, with what was added to it later. */
export const MAX_REPORT_WORDS: TextLimit = { characters: 4000, bytes: 40_000 };

/** Bytes of a form that carries words and a still. */
export const MAX_REPORT_FORM = 4 * 1024 * 1024;

const words = z.string().transform((text) => unifyLineBreaks(text).trim())
  .superRefine(within(MAX_WORDS, "report.error.long"))
  .transform((text) => isBlank(text) ? null : text);

const box = z.literal("1").optional().transform((value) => value === "1");

/** A report as a form sends it. */
export const reportForm = z.object({
  reason: z.enum(REASON_IDS, "report.error.reason"),
  words: words.default(null),
  adult: box,
  text: box,
  still: z.instanceof(File).optional(),
});

/** More words to a report. */
export const noteForm = z.object({
  words: words.pipe(z.string("report.error.note")),
});

/** A still is large enough to judge by, and no larger. */
export const STILL = { edge: 960, fit: "inside" } as const;

/** A decision as the page of a case sends it. */
export const decisionForm = z.object({
  reports: z.array(z.string().length(26)).max(500),
  step: z.enum(MEASURES).nullable().catch(null),
  also: z.array(z.enum(REMOVALS)).max(REMOVALS.length).catch([]),
  abusive: z.array(z.string().length(26)).max(500),
  abuseRule: z.enum(RULE_IDS).nullable().catch(null),
  abuseFacts: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  rule: z.enum(RULE_IDS).nullable().catch(null),
  facts: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  reason: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  preview: box,
  /** A saved reply whose words are wanted, and the press that asks for them. */
  reply: z.string().length(26).nullable().catch(null),
  use: box,
});
export type DecisionValue = z.output<typeof decisionForm>;

export const ageForm = z.object({
  reports: z.array(z.string().length(26)).max(500),
  outcome: z.enum(["under_18", "check", "adult"]),
  facts: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
});
export type AgeValue = z.output<typeof ageForm>;

export const caseNoteForm = z.object({
  note: words.pipe(z.string()),
  person: box,
});

/** What an appeal may claim, beside its words. */
export const APPEAL_CLAIMS = [
  "not_me",
  "not_so",
  "not_broken",
  "too_long",
] as const;

const appealFields = z.object({
  claim: z.enum(APPEAL_CLAIMS).nullable().catch(null),
  words: words.default(null),
});

/** An appeal of the person: a claim or words, or both. */
export const personAppealForm = appealFields.refine(
  ({ claim, words }) => claim !== null || words !== null,
  { path: ["words"], message: "standing.error.empty" },
);

/** The same, where the form says which decision is meant. */
export const appealForm = z.object({ decision: z.string().length(26) })
  .and(personAppealForm);

/** The appeal of whoever the number names: a person's or a reporter's. */
export const numberedAppealForm = appealFields;

/** The appeal of a reporter, who says what was missed. */
export const reporterAppealForm = z.object({
  words: words.pipe(z.string("report.error.appeal")),
});

/** A number as somebody typed it. */
export const numberForm = z.object({
  number: z.string("reference.error.empty").max(200, "reference.error.unknown")
    .refine((typed) => typed.trim() !== "", "reference.error.empty"),
});

/** The answer to the one question back. */
export const replyForm = z.object({
  words: words.pipe(z.string("report.error.note")),
});

/** One question back to whoever appealed. */
export const questionForm = z.object({
  question: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
});

/** The end of a look at a still. */
export const endLookForm = z.object({ look: z.string().length(26) });

/** How many replies the house may have, and each of the staff beside. */
export const MAX_REPLIES = 50;
export const MAX_REPLY_TITLE = limitOf(80);

/** A saved reply: words that are used again, under a title. */
export const replyTextForm = z.object({
  id: z.string().length(26).nullable().default(null),
  title: z.string().transform(cleanLine)
    .refine((title) => !isBlank(title), "admin.reply.error.title")
    .superRefine(within(MAX_REPLY_TITLE, "admin.reply.error.titleLong")),
  text: z.string().transform((text) => unifyLineBreaks(text).trim())
    .refine((text) => !isBlank(text), "admin.reply.error.text")
    .refine(hasKnownPlaceholders, "admin.reply.error.placeholder")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  shared: box,
});

/** The answer to an appeal, with words to both sides. */
export const answerForm = z.object({
  outcome: z.enum(APPEAL_OUTCOMES, "admin.appeal.error.outcome"),
  lessenedTo: z.enum(STEPS).nullable().catch(null),
  toPerson: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  toReporter: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
});

/** Cases that are chosen to be decided alike, by their numbers. */
export const bulkForm = z.object({
  cases: z.array(z.string().max(20)).min(1, "admin.bulk.error.none")
    .max(MAX_BULK, "admin.bulk.error.many"),
});

/** The same with what is decided: each number with the events seen of it. */
export const bulkDecisionForm = z.object({
  cases: z.array(
    z.string().regex(/^MC-[0-9A-Z]{4}-[0-9A-Z]{4} \d{1,9}$/).transform(
      (one) => {
        const [number, seq] = one.split(" ");
        return { number, seq: Number(seq) };
      },
    ),
  ).min(1, "admin.bulk.error.none").max(MAX_BULK, "admin.bulk.error.many"),
  measure: z.enum(BULK_MEASURES, "admin.bulk.error.measure"),
  rule: z.enum(RULE_IDS).nullable().catch(null),
  facts: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
  reason: z.string().default("")
    .superRefine(within(MAX_WORDS, "report.error.long")),
});
