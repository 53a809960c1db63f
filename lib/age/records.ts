import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { METHODS } from "./regions.ts";

/** The browser is known by the digest of a random cookie and nothing else. */
const browser = z.string().length(64);

export const agePasses = defineCollection({
  name: "age_passes",
  about: "The answer yes of the age question, for a browser, until consent",
  schema: z.object({
    browser,
    method: z.enum(METHODS),
    /** The provider's name for its check; null where nobody else was asked. */
    ref: z.string().max(200).nullable(),
    passed: z.literal(true),
    expiresAt: z.number().int(),
  }),
  key: ["browser"],
  indexes: {},
  audited: false,
  fields: {
    browser: "subject",
    method: "observed",
    ref: "observed",
    passed: "observed",
    expiresAt: "observed",
  },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { minutes: 1, from: "expiresAt" },
    subjects: { visitor: { of: "browser", show: "all", erase: "delete" } },
  },
});

export const ageChecks = defineCollection({
  name: "age_checks",
  about: "An age check that a browser has begun with a provider",
  schema: z.object({
    browser,
    ref: z.string().max(200),
    /** Where the provider carries it out; null while it has not answered. */
    url: z.string().max(2000).nullable(),
    limit: z.number().int(),
    startedAt: z.number().int(),
  }),
  key: ["browser"],
  indexes: { byRef: ["ref"] },
  audited: false,
  fields: {
    browser: "subject",
    ref: "observed",
    url: "technical",
    limit: "technical",
    startedAt: "observed",
  },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting", "age"],
    keep: { days: 1, from: "startedAt" },
    subjects: { visitor: { of: "browser", show: "all", erase: "delete" } },
  },
});

export const ageRefusals = defineCollection({
  name: "age_refusals",
  about: "A browser whose visitor was refused, so that it stays refused",
  schema: z.object({ browser, decidedAt: z.number().int() }),
  key: ["browser"],
  indexes: {},
  audited: false,
  fields: { browser: "subject", decidedAt: "observed" },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 365, from: "decidedAt" },
    subjects: { visitor: { of: "browser", show: "all", erase: "delete" } },
  },
});

export const ageProofs = defineCollection({
  name: "age_proofs",
  about:
    "That a provider's check once said yes for a person, and nothing of the check",
  schema: z.object({
    accountId,
    method: z.enum(METHODS),
    passed: z.literal(true),
    provenAt: z.number().int(),
  }),
  key: ["accountId"],
  indexes: {},
  audited: false,
  fields: {
    accountId: "subject",
    method: "observed",
    passed: "observed",
    provenAt: "observed",
  },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "provenAt" },
    subjects: { person: { of: "accountId", show: "all", erase: "delete" } },
  },
});
