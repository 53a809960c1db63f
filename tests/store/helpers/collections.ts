import { z } from "zod";
import { defineCollection, keep } from "../../../lib/store/mod.ts";

/** A record for each ability of the store. */
export const notes = defineCollection({
  name: "notes",
  about: "A text of a person about another one",
  schema: z.object({
    id: z.string(),
    author: z.string(),
    about: z.string().nullable(),
    topic: z.string().nullable(),
    text: z.string(),
    at: z.number(),
  }),
  key: ["id"],
  indexes: { byTopic: ["topic", "at"], byAuthor: ["author", "at"] },
  audited: false,
  fields: {
    id: "id",
    author: "subject",
    about: "subject",
    topic: "given",
    text: "given",
    at: "observed",
  },
  privacy: {
    purpose: "history",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 10, from: "at" },
    subjects: {
      author: { of: "author", show: "all", erase: "delete" },
      about: { of: "about", show: ["at"], erase: "unlink" },
    },
  },
});

export const doors = defineCollection({
  name: "doors",
  about: "What lets a person in",
  schema: z.object({
    secret: z.string(),
    door: z.string(),
    subjectId: z.string(),
    at: z.number(),
  }),
  key: ["door"],
  indexes: {},
  audited: false,
  fields: {
    secret: "secret",
    door: "technical",
    subjectId: "subject",
    at: "observed",
  },
  erasedFirst: true,
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 1, from: "at" },
    subjects: { holder: { of: "subjectId", show: "all", erase: "delete" } },
  },
});

export const verdicts = defineCollection({
  name: "verdicts",
  about: "A decision about a person",
  schema: z.object({
    id: z.string(),
    subjectId: z.string(),
    note: z.string(),
    at: z.number(),
  }),
  key: ["id"],
  indexes: { byPerson: ["subjectId", "at"] },
  audited: false,
  fields: { id: "id", subjectId: "subject", note: "observed", at: "observed" },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 365, from: "at" },
    subjects: {
      judged: {
        of: "subjectId",
        show: ["note", "at"],
        erase: keep("a ban must outlive the account", { days: 30, from: "at" }),
      },
    },
  },
});

export const pictures = defineCollection({
  name: "pictures",
  about: "A picture of a person",
  schema: z.object({
    subjectId: z.string(),
    bytes: z.instanceof(Uint8Array).nullable(),
    at: z.number(),
  }),
  key: ["subjectId"],
  indexes: {},
  audited: false,
  fields: { subjectId: "subject", bytes: "given", at: "observed" },
  large: ["bytes"],
  privacy: {
    purpose: "access",
    basis: "consent",
    providers: ["hosting"],
    keep: { days: 30, from: "at" },
    subjects: { shown: { of: "subjectId", show: "all", erase: "delete" } },
  },
});

export const lamps = defineCollection({
  name: "lamps",
  about: "Something that is about nobody",
  schema: z.object({ room: z.string(), n: z.number(), at: z.number() }),
  key: ["room", "n"],
  indexes: { byRoom: ["room", "at"] },
  audited: false,
  fields: { room: "technical", n: "technical", at: "technical" },
  ends: { minutes: 1, from: "at" },
  privacy: { personal: false, reason: "a lamp is not a person" },
});

export const testCollections = [doors, notes, verdicts, pictures, lamps];
