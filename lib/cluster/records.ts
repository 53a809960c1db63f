import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

const id = z.string().length(26);

export const processMessages = defineCollection({
  name: "process_messages",
  about: "A message from one process to another about a person's call",
  schema: z.object({
    to: id,
    id,
    at: z.number().int(),
    accountId,
    payload: z.discriminatedUnion("kind", [
      /** Somebody waits whose entry the leader may not have seen yet. */
      z.object({ kind: z.literal("arrived") }),
      z.object({ kind: z.literal("matched"), callId: id }),
      z.object({
        kind: z.literal("ended"),
        callId: id,
        ending: z.enum(["you", "they", "interrupted"]),
      }),
      /** Out of queue and call, because of a decision or a look at them. */
      z.object({ kind: z.literal("parted") }),
    ]),
  }),
  key: ["to", "at", "id"],
  indexes: { byProcess: ["to", "at"] },
  audited: false,
  fields: {
    to: "technical",
    id: "technical",
    at: "technical",
    accountId: "subject",
    payload: "technical",
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
