import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { CHOICES } from "./choice.ts";

export const acceptances = defineCollection({
  name: "acceptances",
  about: "A text that a person agreed to, and which words it had",
  schema: z.object({
    id: z.string().length(26),
    accountId,
    document: z.enum(["privacy", "rules"]),
    version: z.number().int(),
    textHash: z.string().length(64),
    locale: z.string(),
    surface: z.string(),
    choice: z.literal("accepted"),
    at: z.number().int(),
  }),
  key: ["id"],
  indexes: { byAccount: ["accountId", "at"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    document: "observed",
    version: "observed",
    textHash: "observed",
    locale: "observed",
    surface: "observed",
    choice: "given",
    at: "observed",
  },
  privacy: {
    purpose: "accountability",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "at" },
    subjects: { giver: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const consents = defineCollection({
  name: "consents",
  about: "A yes to an optional use of data, or its withdrawal",
  schema: z.object({
    id: z.string().length(26),
    accountId,
    purpose: z.enum(CHOICES),
    version: z.number().int(),
    textHash: z.string().length(64),
    locale: z.string(),
    surface: z.string(),
    choice: z.enum(["given", "withdrawn"]),
    at: z.number().int(),
  }),
  key: ["id"],
  indexes: { byPurpose: ["accountId", "purpose", "at"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    purpose: "observed",
    version: "observed",
    textHash: "observed",
    locale: "observed",
    surface: "observed",
    choice: "given",
    at: "observed",
  },
  privacy: {
    purpose: "accountability",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "at" },
    subjects: { giver: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const optOuts = defineCollection({
  name: "opt_outs",
  about: "That a person's data must never be sold or shared, as they said",
  schema: z.object({
    accountId,
    /** Global Privacy Control, or the button. */
    method: z.enum(["gpc", "form"]),
    at: z.number().int(),
    seenDay: z.number().int(),
  }),
  key: ["accountId"],
  indexes: {},
  audited: false,
  fields: {
    accountId: "subject",
    method: "observed",
    at: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "rights",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 2 * 365, from: "seenDay" },
    renewed: "visit",
    subjects: { asker: { of: "accountId", show: "all", erase: "delete" } },
  },
});
