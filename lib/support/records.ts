import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { ABOUT, MAX_TEXT } from "./forms.ts";

const PERIOD = 180;

export const tickets = defineCollection({
  name: "support_tickets",
  about: "A question to the help desk, by its number",
  schema: z.object({
    number: z.string().length(9),
    accountId: accountId.nullable(),
    /** Where the answer goes, besides the inbox of the account. */
    address: z.string().max(254).nullable(),
    about: z.enum(ABOUT),
    locale: z.string(),
    state: z.enum(["open", "answered", "closed"]),
    openedAt: z.number().int(),
    changedAt: z.number().int(),
  }),
  key: ["number"],
  indexes: { byState: ["state", "changedAt"] },
  audited: false,
  fields: {
    number: "id",
    accountId: "subject",
    address: "given",
    about: "given",
    locale: "observed",
    state: "observed",
    openedAt: "observed",
    changedAt: "observed",
  },
  privacy: {
    purpose: "answers",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: PERIOD, from: "changedAt" },
    subjects: { asker: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const supportMessages = defineCollection({
  name: "support_messages",
  about: "What was written under the number of a question to the help desk",
  schema: z.object({
    id: z.string().length(26),
    number: z.string().length(9),
    accountId: accountId.nullable(),
    /** What the person wrote; null in an answer. */
    asked: z.string().refine((text) => fits(text, MAX_TEXT)).nullable(),
    /** What was answered; null in a question. */
    answered: z.string().max(10_000).nullable(),
    at: z.number().int(),
  }),
  key: ["id"],
  indexes: { byTicket: ["number", "at"] },
  audited: false,
  fields: {
    id: "id",
    number: "technical",
    accountId: "subject",
    asked: "given",
    answered: "observed",
    at: "observed",
  },
  privacy: {
    purpose: "answers",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: PERIOD, from: "at" },
    subjects: { asker: { of: "accountId", show: "all", erase: "delete" } },
  },
});
