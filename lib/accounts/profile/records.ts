import { z } from "zod";
import { accountId, defineCollection } from "../../store/mod.ts";
import { fits, limitOf } from "../../text/mod.ts";
import { MAX_INTEREST, MAX_INTERESTS } from "./interests.ts";

/** How long a name may be. */
export const MAX_USERNAME = limitOf(30);

const day = z.number().int();

export const profiles = defineCollection({
  name: "profiles",
  about: "What a person chose to say about themselves",
  schema: z.object({
    accountId,
    username: z.string().refine((name) => fits(name, MAX_USERNAME)).nullable(),
    interests: z.array(z.string().refine((tag) => fits(tag, MAX_INTEREST)))
      .max(MAX_INTERESTS),
    languages: z.array(z.string().max(12)).max(40),
    seenDay: day,
  }),
  key: ["accountId"],
  indexes: {},
  audited: false,
  fields: {
    accountId: "subject",
    username: "given",
    interests: "given",
    languages: "given",
    seenDay: "observed",
  },
  privacy: {
    purpose: "profile",
    basis: "consent",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: { holder: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const pictures = defineCollection({
  name: "pictures",
  about: "A picture that a person chose, made small and rid of its metadata",
  schema: z.object({
    accountId,
    image: z.instanceof(Uint8Array),
    seenDay: day,
  }),
  key: ["accountId"],
  indexes: {},
  audited: false,
  fields: { accountId: "subject", image: "given", seenDay: "observed" },
  large: ["image"],
  privacy: {
    purpose: "profile",
    basis: "consent",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: { holder: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const contacts = defineCollection({
  name: "contacts",
  about: "The address at which a person wants to be reached",
  schema: z.object({
    accountId,
    address: z.string().max(254).nullable(),
    confirmedDay: day.nullable(),
    /** An address that waits for its code. */
    pending: z.string().max(254).nullable(),
    codeHash: z.string().nullable(),
    triesLeft: z.number().int().min(0),
    askedAt: z.number().int(),
    seenDay: day,
  }),
  key: ["accountId"],
  indexes: {},
  audited: false,
  fields: {
    accountId: "subject",
    address: "given",
    confirmedDay: "observed",
    pending: "given",
    codeHash: "secret",
    triesLeft: "technical",
    askedAt: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "contact",
    basis: "consent",
    providers: ["hosting", "mail"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: {
      holder: {
        of: "accountId",
        show: ["address", "confirmedDay", "pending", "askedAt", "seenDay"],
        erase: "delete",
      },
    },
  },
});
