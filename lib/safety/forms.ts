import { z } from "zod";
import {
  isBlank,
  type TextLimit,
  unifyLineBreaks,
  within,
} from "../text/mod.ts";
import { REASON_CODES } from "./vocabulary.ts";

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
  reason: z.enum(REASON_CODES, "report.error.reason"),
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
