import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { type MailName, MAILS, type NoticeName, NOTICES } from "./templates.ts";
import { TOPIC_NAMES, type TopicName } from "./topics.ts";

const values = z.record(z.string(), z.union([z.string(), z.number()]));

export const notices = defineCollection({
  name: "notices",
  about: "A message of Millo in a person's inbox",
  schema: z.object({
    id: z.string().length(26),
    accountId,
    template: z.enum(Object.keys(NOTICES) as [NoticeName, ...NoticeName[]]),
    values,
    at: z.number().int(),
    /** Null once it was opened. */
    unreadSince: z.number().int().nullable(),
  }),
  key: ["id"],
  indexes: {
    byAccount: ["accountId", "at"],
    unread: ["accountId", "unreadSince"],
  },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    template: "observed",
    values: "observed",
    at: "observed",
    unreadSince: "observed",
  },
  privacy: {
    purpose: "answers",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 365, from: "at" },
    subjects: { reader: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const mails = defineCollection({
  name: "mails",
  about: "A mail that waits to be sent, or could not be sent",
  schema: z.object({
    id: z.string().length(26),
    accountId: accountId.nullable(),
    /** Null for the address that the account has when it is sent. */
    to: z.string().max(254).nullable(),
    template: z.enum(Object.keys(MAILS) as [MailName, ...MailName[]]),
    values,
    /** Null for the language of the account when it is sent. */
    locale: z.string().nullable(),
    tries: z.number().int().min(0),
    /** Null once it was given up. */
    dueAt: z.number().int().nullable(),
    /** After this it says nothing that is still true. */
    usefulUntil: z.number().int().nullable(),
    createdAt: z.number().int(),
  }),
  key: ["id"],
  indexes: { byDue: ["dueAt"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    to: "given",
    template: "observed",
    // May hold the code that proves whose address it is.
    values: "secret",
    locale: "observed",
    tries: "observed",
    dueAt: "technical",
    usefulUntil: "technical",
    createdAt: "observed",
  },
  privacy: {
    purpose: "answers",
    basis: "contract",
    providers: ["hosting", "mail"],
    keep: { days: 14, from: "createdAt" },
    subjects: {
      addressee: {
        of: "accountId",
        show: ["id", "to", "template", "locale", "tries", "createdAt"],
        erase: "delete",
      },
    },
  },
});

export const mailWishes = defineCollection({
  name: "mail_wishes",
  about: "Whether a person wants mail about a topic",
  schema: z.object({
    accountId,
    topic: z.enum(TOPIC_NAMES as [TopicName, ...TopicName[]]),
    wanted: z.boolean(),
    at: z.number().int(),
  }),
  key: ["accountId", "topic"],
  indexes: {},
  audited: false,
  fields: {
    accountId: "subject",
    topic: "technical",
    wanted: "given",
    at: "observed",
  },
  privacy: {
    purpose: "answers",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "at" },
    subjects: { chooser: { of: "accountId", show: "all", erase: "delete" } },
  },
});
