import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

export const chatMessages = defineCollection({
  name: "chat_messages",
  about:
    "A message written in a call, kept briefly so that a report can be read",
  schema: z.object({
    id: z.string().length(26),
    call: z.string().length(26),
    from: accountId.nullable(),
    to: accountId.nullable(),
    text: z.string(),
    at: z.number().int(),
  }),
  key: ["call", "at", "id"],
  indexes: { byCall: ["call", "at"] },
  audited: false,
  fields: {
    id: "id",
    call: "id",
    from: "subject",
    to: "subject",
    text: "given",
    at: "observed",
  },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting", "media"],
    keep: { minutes: 15, from: "at" },
    subjects: {
      author: { of: "from", show: ["text", "at"], erase: "delete" },
      reader: { of: "to", show: ["text", "at"], erase: "unlink" },
    },
  },
});
