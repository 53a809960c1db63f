import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { ACTIONS } from "./actions.ts";

/** How long entries are kept: as long as most claims can be brought. */
const YEARS = 6;

export const ENTRY_DAYS = YEARS * 365;

/** Heads are kept a year longer: they say which entries are over. */
const CHECKPOINT_DAYS = ENTRY_DAYS + 365;

/** What a moderator may write down beside an entry. */
export const MAX_NOTE = { characters: 2000, bytes: 24_000 };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An id of a thing or of a reason, never a sentence. */
const id = z.string().regex(/^[\w.:-]{0,64}$/);

export const auditEntries = defineCollection({
  name: "audit_entries",
  about:
    "Who did what to which id, in ids and details, one entry after another",
  schema: z.object({
    /** From 0, without a gap: what makes one log of them. */
    index: z.number().int().min(0),
    at: z.number().int(),
    actorKind: z.enum(["staff", "person", "system", "operator"]),
    /** The id of one of the staff; of everybody else only the kind. */
    actor: id,
    action: z.enum(ACTIONS),
    /** The hash of whom it is about; see subjectHashOf. */
    subject: hash.nullable(),
    /** The number or id of what it was done to. */
    object: id.nullable(),
    details: z.record(
      z.string().regex(/^[a-z][A-Za-z]{0,31}$/),
      z.union([id, z.number(), z.boolean()]),
    ).refine((details) => Object.keys(details).length <= 16),
    /** The record with words that somebody wrote, and its salted digest. */
    note: id.nullable(),
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
  ends: { days: ENTRY_DAYS, from: "at" },
  fields: {
    index: "id",
    at: "technical",
    actorKind: "technical",
    actor: "technical",
    action: "technical",
    subject: "technical",
    object: "technical",
    details: "technical",
    note: "technical",
    noteDigest: "technical",
    previous: "technical",
    hash: "technical",
  },
  privacy: {
    personal: false,
    reason:
      "hashes of random ids, and details: once a person's records are gone, nothing leads from it to them",
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
    keep: { days: ENTRY_DAYS, from: "at" },
    subjects: {
      subject: { of: "accountId", show: ["text", "at"], erase: "delete" },
    },
  },
});

/** Hashes in a full tile. */
export const TILE_WIDTH = 256;

export const auditTiles = defineCollection({
  name: "audit_tiles",
  about: "Hashes of the audit log's tree, 256 neighbours at a time",
  schema: z.object({
    /** 0 for the leaves; each level above stands for 256 times as many. */
    level: z.number().int().min(0),
    /** Its place in the level, from 0. */
    tile: z.number().int().min(0),
    /** One after another, 64 hex digits each. */
    hashes: z.string().regex(/^(?:[0-9a-f]{64}){1,256}$/),
  }),
  key: ["level", "tile"],
  indexes: {},
  audited: false,
  fields: { level: "technical", tile: "technical", hashes: "technical" },
  privacy: {
    personal: false,
    reason: "hashes of entries that name nobody; what ended is in them still",
  },
});

export const auditCheckpoints = defineCollection({
  name: "audit_checkpoints",
  about: "The head of the audit log's tree at some size, signed",
  schema: z.object({
    /** How many entries it stands for. */
    size: z.number().int().min(1),
    /** The head of the tree of these; see merkle.ts. */
    head: hash,
    /** The time of the earliest entry that no earlier one stands for. */
    from: z.number().int(),
    at: z.number().int(),
    /** Ed25519, in base 64: the public key, and what it signed; see lineOf. */
    key: z.base64().nullable(),
    signature: z.base64().nullable(),
  }),
  key: ["size"],
  indexes: {},
  audited: false,
  ends: { days: CHECKPOINT_DAYS, from: "at" },
  fields: {
    size: "id",
    head: "technical",
    from: "technical",
    at: "technical",
    key: "technical",
    signature: "technical",
  },
  privacy: { personal: false, reason: "figures and hashes of the log" },
});
