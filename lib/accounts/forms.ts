import { z } from "zod";
import { MAX_INTERESTS, readInterests, tooLong } from "./profile/interests.ts";

/** Languages that a person can say they speak, by code. */
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

const username = z.string().transform((text) =>
  text.normalize("NFKC").replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/\s+/g, " ")
    .trim()
).pipe(z.string().max(30, "account.error.username")).transform((text) =>
  text || null
);

/** What `/account` is sent about the person; every field may be empty. */
export const profileForm = z.object({
  version: z.string().max(40).default("none"),
  username,
  interests: z.string().max(2_000).transform(readInterests)
    .refine((tags) => tags.length <= MAX_INTERESTS, "account.error.interests")
    .refine((tags) => tooLong(tags).length === 0, "account.error.interest"),
  languages: z.array(z.enum(LANGUAGES, "account.error.languages"))
    .max(LANGUAGES.length, "account.error.languages"),
});

export const contactForm = z.object({
  address: z.string().trim().toLowerCase().pipe(
    z.email("account.error.address").max(254, "account.error.address"),
  ),
});

export const contactCodeForm = z.object({
  code: z.string().transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "account.error.code")),
});

/** What a passkey answers; the library checks the rest of it. */
const answer = {
  id: z.string().min(1).max(1024),
  rawId: z.string().max(1024),
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().optional(),
  clientExtensionResults: z.looseObject({}).default({}),
};

export const newPasskeyForm = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: z.string().max(4_000),
    attestationObject: z.string().max(40_000),
  }),
});

export const passkeyForm = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: z.string().max(4_000),
    authenticatorData: z.string().max(8_000),
    signature: z.string().max(8_000),
  }),
});
