import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

/** The browser is known by the digest of a random cookie and nothing else. */
const browser = z.string().length(64);

export const agePasses = defineCollection({
  name: "age_passes",
  about: "A browser whose visitor declared to be an adult, until consent",
  schema: z.object({
    browser,
    method: z.literal("self-declared"),
    decidedAt: z.number().int(),
  }),
  key: ["browser"],
  indexes: {},
  audited: false,
  fields: { browser: "subject", method: "observed", decidedAt: "observed" },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 1, from: "decidedAt" },
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
