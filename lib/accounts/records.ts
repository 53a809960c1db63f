import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

export const accounts = defineCollection({
  name: "accounts",
  about: "A person, as a random number",
  schema: z.object({
    id: z.string().length(26),
    createdDay: z.number().int(),
    seenDay: z.number().int(),
  }),
  key: ["id"],
  indexes: {},
  audited: false,
  fields: { id: "subject", createdDay: "observed", seenDay: "observed" },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    subjects: { holder: { of: "id", show: "all", erase: "delete" } },
  },
});

export const sessions = defineCollection({
  name: "sessions",
  about: "A browser that is let in, known by the digest of its cookie",
  schema: z.object({
    tokenDigest: z.string().length(64),
    account: z.string().length(26),
    createdDay: z.number().int(),
    seenDay: z.number().int(),
  }),
  key: ["tokenDigest"],
  indexes: { byAccount: ["account"] },
  audited: false,
  fields: {
    tokenDigest: "technical",
    account: "subject",
    createdDay: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 30, from: "seenDay" },
    subjects: {
      holder: {
        of: "account",
        show: ["createdDay", "seenDay"],
        erase: "delete",
      },
    },
  },
});
