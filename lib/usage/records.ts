import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

/** How a call ended, as the person saw it. */
export const ENDINGS = ["you", "they", "interrupted"] as const;

export const callUsage = defineCollection({
  name: "call_usage",
  about: "A call of a person: when, how long, how it ended",
  schema: z.object({
    id: z.string().length(26),
    accountId,
    hour: z.number().int(),
    seconds: z.number().int().min(0),
    ending: z.enum(ENDINGS),
  }),
  key: ["id"],
  indexes: { byAccount: ["accountId", "hour"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    hour: "observed",
    seconds: "observed",
    ending: "observed",
  },
  privacy: {
    purpose: "history",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 90, from: "hour" },
    subjects: { member: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const visitUsage = defineCollection({
  name: "visit_usage",
  about: "An hour in which a person had the live page open",
  schema: z.object({
    accountId,
    hour: z.number().int(),
  }),
  key: ["accountId", "hour"],
  indexes: { byAccount: ["accountId", "hour"] },
  audited: false,
  fields: { accountId: "subject", hour: "observed" },
  privacy: {
    purpose: "history",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 90, from: "hour" },
    subjects: { member: { of: "accountId", show: "all", erase: "delete" } },
  },
});
