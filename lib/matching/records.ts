import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

const id = z.string().length(26);

export const queueEntries = defineCollection({
  name: "queue_entries",
  about: "A person who waits for a call, or is in one",
  schema: z.object({
    accountId,
    /** The process that holds this person's socket. */
    instance: id,
    askedAt: z.number().int(),
    /** The asking again while the person waits; null in a call. */
    waitingSince: z.number().int().nullable(),
    call: id.nullable(),
    /** The call before this one: who was in it does not meet again at once. */
    lastCall: id.nullable(),
  }),
  key: ["accountId"],
  indexes: { waiting: ["waitingSince"], byInstance: ["instance"] },
  audited: false,
  fields: {
    accountId: "subject",
    instance: "technical",
    askedAt: "observed",
    waitingSince: "technical",
    call: "id",
    lastCall: "id",
  },
  erasedFirst: true,
  privacy: {
    purpose: "call",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 2, from: "askedAt" },
    subjects: {
      seeker: { of: "accountId", show: ["askedAt"], erase: "delete" },
    },
  },
});
