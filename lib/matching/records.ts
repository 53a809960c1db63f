import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

const id = z.string().length(26);

export const queueEntries = defineCollection({
  name: "queue_entries",
  about: "A person who waits for a call, or is in one",
  schema: z.object({
    accountId: id,
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

export const processMessages = defineCollection({
  name: "process_messages",
  about: "A message from one process to another about a person's call",
  schema: z.object({
    to: id,
    id,
    at: z.number().int(),
    kind: z.enum(["arrived", "matched", "ended"]),
    accountId: id,
    call: id.nullable(),
    ending: z.enum(["you", "they", "interrupted"]).nullable(),
  }),
  key: ["to", "at", "id"],
  indexes: { byProcess: ["to", "at"] },
  audited: false,
  fields: {
    to: "technical",
    id: "technical",
    at: "technical",
    kind: "technical",
    accountId: "subject",
    call: "id",
    ending: "technical",
  },
  privacy: {
    purpose: "call",
    basis: "contract",
    providers: ["hosting"],
    keep: { minutes: 5, from: "at" },
    subjects: { addressee: { of: "accountId", show: [], erase: "delete" } },
  },
});

export const leases = defineCollection({
  name: "leases",
  about: "Which process leads a job",
  schema: z.object({
    name: z.string(),
    owner: id,
    until: z.number().int(),
  }),
  key: ["name"],
  indexes: {},
  audited: false,
  fields: { name: "technical", owner: "technical", until: "technical" },
  ends: { days: 1, from: "until" },
  privacy: { personal: false, reason: "it names processes, not people" },
});

export const instances = defineCollection({
  name: "instances",
  about: "A running process, alive until its next heartbeat is due",
  schema: z.object({ id, until: z.number().int() }),
  key: ["id"],
  indexes: {},
  audited: false,
  fields: { id: "technical", until: "technical" },
  ends: { minutes: 10, from: "until" },
  privacy: { personal: false, reason: "it names processes, not people" },
});
