import { z } from "zod";
import {
  cleanLine,
  isBlank,
  readMailAddress,
  toPlain,
  within,
} from "../text/mod.ts";
import {
  MAX_INTEREST,
  MAX_INTERESTS,
  readInterests,
} from "./profile/interests.ts";
import { MAX_USERNAME } from "./profile/records.ts";

/** Languages that a person can say they speak, by tag. */
export const LANGUAGES = [
  "ar",
  "bn",
  "cs",
  "de",
  "el",
  "en",
  "es",
  "fa",
  "fr",
  "he",
  "hi",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "nl",
  "pl",
  "pt",
  "ro",
  "ru",
  "sv",
  "sw",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
] as const;

/** Spaces alone are no name; what else shows nothing was meant as one. */
const username = z.string()
  .refine(
    (text) => /^[\p{Zs}\t\r\n]*$/u.test(text) || !isBlank(text),
    { message: "account.error.usernameBlank", abort: true },
  )
  .transform((text) => cleanLine(text.normalize("NFKC")))
  .superRefine(within(MAX_USERNAME, "account.error.username"))
  .transform((name) => name || null);

const checkInterest = within(MAX_INTEREST, "account.error.interest");

/** A choice among the languages, or none. */
const language = z.enum(["", ...LANGUAGES], "account.error.languages")
  .default("");

/**
 * What `/account` is sent about the person; every field may be empty. A chosen
 * language counts as spoken; `adds` says that it was to be added and nothing
 * saved yet.
 */
export const profileForm = z.object({
  version: z.string().max(40).default("none"),
  username,
  interests: z.string().transform(readInterests)
    .refine((tags) => tags.length <= MAX_INTERESTS, "account.error.interests")
    .superRefine((tags, issues) => {
      for (const tag of tags) checkInterest(tag, issues);
    }),
  languages: z.array(z.enum(LANGUAGES, "account.error.languages"))
    .max(LANGUAGES.length, "account.error.languages"),
  language,
  act: z.enum(["save", "add"]).default("save"),
}).transform(({ language, act, languages, ...about }) => ({
  ...about,
  languages: [
    ...new Set(language ? [...languages, language] : languages),
  ],
  adds: act === "add" && language !== "",
}));

export const contactForm = z.object({
  address: z.string().transform(lowerAscii).transform(readMailAddress)
    .pipe(z.string("account.error.address")),
});

export const contactCodeForm = z.object({
  code: z.string().transform((text) => toPlain(text).replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "account.error.code")),
});

/** Other letters keep their case: only their mail server knows if it counts. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
