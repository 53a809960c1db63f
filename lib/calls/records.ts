import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

const id = z.string().length(26);

export const calls = defineCollection({
  name: "calls",
  about: "Two people in a room, and when it ended",
  schema: z.object({
    id,
    room: id,
    a: accountId.nullable(),
    b: accountId.nullable(),
    identityA: id,
    identityB: id,
    startedAt: z.number().int(),
    endedAt: z.number().int().nullable(),
    /** The start again while the call goes on, to list what is open. */
    openSince: z.number().int().nullable(),
  }),
  key: ["id"],
  indexes: {
    byRoom: ["room"],
    open: ["openSince"],
    byFirst: ["a", "startedAt"],
    bySecond: ["b", "startedAt"],
  },
  audited: false,
  fields: {
    id: "id",
    room: "technical",
    a: "subject",
    b: "subject",
    identityA: "technical",
    identityB: "technical",
    startedAt: "observed",
    endedAt: "observed",
    openSince: "technical",
  },
  privacy: {
    purpose: "call",
    basis: "contract",
    providers: ["hosting", "media"],
    keep: { days: 2, from: "startedAt" },
    subjects: {
      first: { of: "a", show: ["startedAt", "endedAt"], erase: "unlink" },
      second: { of: "b", show: ["startedAt", "endedAt"], erase: "unlink" },
    },
  },
});
