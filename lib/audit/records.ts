import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { ACTIONS } from "./actions.ts";

/** How long entries are kept: as long as most claims can be brought. */
const YEARS = 6;

/** What a moderator may write down beside an entry. */
export const MAX_NOTE = { characters: 2000, bytes: 24_000 };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A code or an id, never a sentence. */
const code = z.string().regex(/^[\w.:-]{0,64}$/);

export const auditEntries = defineCollection({
  name: "audit_entries",
  about: "Who did what to which id, in ids and codes, one entry after another",
  schema: z.object({
    /** From 0, without a gap: what makes one log of them. */
    index: z.number().int().min(0),
    at: z.number().int(),
    actorKind: z.enum(["staff", "person", "system", "operator"]),
    /** The id of one of the staff; null for everybody else. */
    actor: code.nullable(),
    action: z.enum(ACTIONS),
    /** The hash of whom it is about; see subjectHashOf. */
    subject: hash.nullable(),
    /** The number or id of what it was done to. */
    object: code.nullable(),
    codes: z.record(
      z.string().regex(/^[a-z][A-Za-z]{0,31}$/),
      z.union([code, z.number(), z.boolean()]),
    ).refine((codes) => Object.keys(codes).length <= 16),
    /** The record with words that somebody wrote, and its salted digest. */
    note: code.nullable(),
    noteDigest: hash.nullable(),
    /** The hash of the entry before; of zeros for the first. */
    previous: hash,
    /** Of everything above; see hashOf. */
    hash,
  }),
  key: ["index"],
  indexes: {
    byActor: ["actor", "index"],
    bySubject: ["subject", "index"],
    byObject: ["object", "index"],
    byAction: ["action", "index"],
  },
  audited: false,
  auditTrail: true,
  ends: { days: YEARS * 365, from: "at" },
  fields: {
    index: "id",
    at: "technical",
    actorKind: "technical",
    actor: "technical",
    action: "technical",
    subject: "technical",
    object: "technical",
    codes: "technical",
    note: "technical",
    noteDigest: "technical",
    previous: "technical",
    hash: "technical",
  },
  privacy: {
    personal: false,
    reason:
      "hashes of random ids, and codes: once a person's records are gone, nothing leads from it to them",
  },
});

export const auditNotes = defineCollection({
  name: "audit_notes",
  about: "Words that belong to an entry of the audit log",
  schema: z.object({
    id: z.string().length(26),
    accountId: accountId.nullable(),
    text: z.string().refine((text) => fits(text, MAX_NOTE)),
    /** Keeps the digest in the entry from being guessed. */
    salt: z.string().length(26),
    at: z.number().int(),
  }),
  key: ["id"],
  indexes: {},
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    text: "observed",
    salt: "secret",
    at: "observed",
  },
  privacy: {
    purpose: "accountability",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: YEARS * 365, from: "at" },
    subjects: {
      subject: { of: "accountId", show: ["text", "at"], erase: "delete" },
    },
  },
});
