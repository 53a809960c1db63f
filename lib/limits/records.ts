import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

export const limitLevels = defineCollection({
  name: "limit_levels",
  about:
    "How much of a rate limit somebody has used, under a keyed hash of their address, account or session",
  schema: z.object({
    limit: z.string().min(1).max(40),
    subjectHash: z.string().length(64),
    tokens: z.number().min(0),
    at: z.number().int(),
  }),
  key: ["limit", "subjectHash"],
  indexes: {},
  audited: false,
  fields: {
    limit: "technical",
    subjectHash: "subject",
    tokens: "observed",
    at: "observed",
  },
  privacy: {
    purpose: "operation",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { minutes: 60, from: "at" },
    subjects: { visitor: { of: "subjectHash", show: "all", erase: "delete" } },
  },
});

export const limitKeys = defineCollection({
  name: "limit_keys",
  about: "The random key of a day, under which rate limits know people",
  schema: z.object({ day: z.number().int(), key: z.string().length(52) }),
  key: ["day"],
  indexes: {},
  audited: false,
  fields: { day: "id", key: "secret" },
  ends: { minutes: 25 * 60, from: "day" },
  privacy: {
    personal: false,
    reason: "it is random; without it the hashes of its day lead nowhere",
  },
});
