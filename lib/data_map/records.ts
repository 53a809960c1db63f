import { z } from "zod";
import {
  defineCollection,
  type Purpose,
  PURPOSES,
  type ValueOf,
} from "../store/mod.ts";

const purposes = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];
const count = z.number().int().min(0);

/** What became of a person's records in one collection. */
export const tally = z.object({
  deleted: count,
  unlinked: count,
  kept: count,
  held: count,
});

/** What the search after an erasure looked through, and found. */
const proofFigures = z.object({
  /** When it ended, milliseconds since the epoch. */
  at: z.number().int(),
  /** Whether the store's files were rewritten before. */
  compacted: z.boolean(),
  searchTerms: count,
  keys: count,
  files: count,
  bytes: count,
  /** Places where a term was found, other than what must be kept. */
  hits: count,
});

export const erasures = defineCollection({
  name: "erasures",
  about: "An erasure, known by a hash, and how far it has come",
  schema: z.object({
    subjectHash: z.string().length(64),
    /** Null once it is over: then the record names nobody. */
    subjectId: z.string().nullable(),
    /** What must not be found afterwards; empty once the records are gone. */
    searchTerms: z.array(z.string()),
    /** The same until it was searched for, sealed with a key that is shredded. */
    sealedTerms: z.string().nullable(),
    /** `removed`: from the records, and not yet from the files. */
    step: z.enum(["running", "held", "removed", "done"]),
    startedAt: z.number().int(),
    removedAt: z.number().int().nullable(),
    proof: proofFigures.nullable(),
    /** Searches that found something. */
    failedProofs: count,
    touchedAt: z.number().int(),
    tallies: z.record(z.string(), tally),
  }),
  key: ["subjectHash"],
  indexes: { byStep: ["step"] },
  audited: false,
  fields: {
    subjectHash: "technical",
    subjectId: "subject",
    searchTerms: "secret",
    sealedTerms: "secret",
    step: "observed",
    startedAt: "observed",
    removedAt: "observed",
    proof: "observed",
    failedProofs: "technical",
    touchedAt: "technical",
    tallies: "observed",
  },
  despiteErasure: "it carries the erasure through, and forgets the person last",
  privacy: {
    purpose: "rights",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 90, from: "touchedAt" },
    subjects: {
      erased: { of: "subjectId", show: ["startedAt"], erase: "delete" },
    },
  },
});

export const holds = defineCollection({
  name: "holds",
  about: "The duty to keep what there is about a person, for a time",
  schema: z.object({
    subjectId: z.string(),
    reasons: z.array(
      z.object({
        id: z.string(),
        reason: z.string(),
        until: z.number().int(),
      }),
    ).min(1),
    /** The latest end of the reasons. */
    until: z.number().int(),
  }),
  key: ["subjectId"],
  indexes: {},
  audited: false,
  fields: { subjectId: "subject", reasons: "observed", until: "observed" },
  despiteErasure: "it stops the erasure, and ends with its last reason",
  privacy: {
    purpose: "legal",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 30, from: "until" },
    // An order to keep data may forbid to tell the person about it.
    subjects: { held: { of: "subjectId", show: [], erase: "delete" } },
  },
});

export const restrictions = defineCollection({
  name: "restrictions",
  about: "A person's wish that their data is kept and not used",
  schema: z.object({ subjectId: z.string(), at: z.number().int() }),
  key: ["subjectId"],
  indexes: {},
  audited: false,
  fields: { subjectId: "subject", at: "observed" },
  privacy: {
    purpose: "rights",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "at" },
    subjects: { asker: { of: "subjectId", show: "all", erase: "delete" } },
  },
});

export const objections = defineCollection({
  name: "objections",
  about: "A purpose that a person objected to, or withdrew consent from",
  schema: z.object({
    subjectId: z.string(),
    purpose: z.enum(purposes),
    at: z.number().int(),
  }),
  key: ["subjectId", "purpose"],
  indexes: {},
  audited: false,
  fields: { subjectId: "subject", purpose: "observed", at: "observed" },
  privacy: {
    purpose: "rights",
    basis: "legal-obligation",
    providers: ["hosting"],
    keep: { days: 3 * 365, from: "at" },
    subjects: { asker: { of: "subjectId", show: "all", erase: "delete" } },
  },
});

export const sweeps = defineCollection({
  name: "sweeps",
  about: "Where the retention sweep goes on",
  schema: z.object({
    name: z.literal("retention"),
    collection: z.string(),
    cursor: z.string().nullable(),
    at: z.number().int(),
  }),
  key: ["name"],
  indexes: {},
  audited: false,
  fields: {
    name: "technical",
    collection: "technical",
    cursor: "technical",
    at: "technical",
  },
  ends: { days: 30, from: "at" },
  privacy: {
    personal: false,
    reason: "it is a place in the store, and every erasure removes it",
  },
});

export const markers = defineCollection({
  name: "markers",
  about: "A random text, planted to show that a search finds what is there",
  schema: z.object({ text: z.string().length(52), at: z.number().int() }),
  key: ["text"],
  indexes: {},
  audited: false,
  fields: { text: "technical", at: "technical" },
  ends: { days: 1, from: "at" },
  privacy: { personal: false, reason: "it is random" },
});

export type Tally = z.output<typeof tally>;
export type ProofFigures = z.output<typeof proofFigures>;
export type Erasure = ValueOf<typeof erasures>;
