import { z } from "zod";
import { newId } from "../../../lib/kernel/mod.ts";
import { defineCollection } from "../../../lib/store/mod.ts";

/** Something that nobody may change without saying so. */
export const rulings = defineCollection({
  name: "rulings",
  about: "A ruling about a person",
  schema: z.object({
    id: z.string(),
    subjectId: z.string(),
    text: z.string(),
    image: z.instanceof(Uint8Array).nullable(),
    at: z.number(),
  }),
  key: ["id"],
  indexes: {},
  audited: true,
  large: ["image"],
  fields: {
    id: "id",
    subjectId: "subject",
    text: "given",
    image: "given",
    at: "observed",
  },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 10, from: "at" },
    subjects: { judged: { of: "subjectId", show: "all", erase: "delete" } },
  },
});

export const trail = defineCollection({
  name: "trail",
  about: "Who did what",
  schema: z.object({ id: z.string(), did: z.string(), at: z.number() }),
  key: ["id"],
  indexes: {},
  audited: false,
  auditTrail: true,
  fields: { id: "id", did: "technical", at: "technical" },
  ends: { days: 30, from: "at" },
  privacy: { personal: false, reason: "it names staff by their work only" },
});

export function ruling(
  at: number,
  change: { id?: string; text?: string } = {},
) {
  return {
    id: newId(),
    subjectId: "ann7k2m9x4q8w1r5t3y6p0zbcd",
    text: "warned",
    image: null,
    at,
    ...change,
  };
}

export function entry(did: string, at: number) {
  return { id: newId(), did, at };
}
