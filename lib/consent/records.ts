import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

export const acceptances = defineCollection({
  name: "acceptances",
  about: "A text that a person agreed to, and which words it had",
  schema: z.object({
    id: z.string().length(26),
    account: z.string().length(26),
    document: z.enum(["privacy", "rules"]),
    version: z.number().int(),
    textHash: z.string().length(64),
    locale: z.string(),
    surface: z.string(),
    choice: z.literal("accepted"),
    at: z.number().int(),
  }),
  key: ["id"],
  indexes: { byAccount: ["account", "at"] },
  audited: false,
  fields: {
    id: "id",
    account: "subject",
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
    subjects: { giver: { of: "account", show: "all", erase: "delete" } },
  },
});
