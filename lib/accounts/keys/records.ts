import { z } from "zod";
import { accountId, defineCollection } from "../../store/mod.ts";

const day = z.number().int();

export const recoveryCodes = defineCollection({
  name: "recovery_codes",
  about: "A code that brings an account back, as its argon2id hash",
  schema: z.object({
    accountId,
    /** The first part of the code: it finds the record and opens nothing. */
    locator: z.string().length(10),
    hash: z.string(),
    createdDay: day,
    seenDay: day,
  }),
  key: ["accountId"],
  indexes: { byLocator: ["locator"] },
  audited: false,
  fields: {
    accountId: "subject",
    locator: "technical",
    hash: "secret",
    createdDay: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: {
      holder: {
        of: "accountId",
        show: ["createdDay", "seenDay"],
        erase: "delete",
      },
    },
  },
});

export const passkeys = defineCollection({
  name: "passkeys",
  about: "The public half of a passkey that brings an account back",
  schema: z.object({
    id: z.string().max(1024),
    accountId,
    publicKey: z.string(),
    counter: z.number().int().min(0),
    transports: z.array(z.string()),
    backedUp: z.boolean(),
    createdDay: day,
    usedDay: day,
    seenDay: day,
  }),
  key: ["id"],
  indexes: { byAccount: ["accountId"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    publicKey: "technical",
    counter: "technical",
    transports: "observed",
    backedUp: "observed",
    createdDay: "observed",
    usedDay: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: { holder: { of: "accountId", show: "all", erase: "delete" } },
  },
});

export const challenges = defineCollection({
  name: "challenges",
  about: "A random question to a passkey, asked once and answered once",
  schema: z.object({
    challenge: z.string().max(100),
    use: z.enum(["add", "return"]),
    /** Null when it is not known yet who answers. */
    accountId: accountId.nullable(),
    at: z.number().int(),
  }),
  key: ["challenge"],
  indexes: {},
  audited: false,
  fields: {
    challenge: "technical",
    use: "technical",
    accountId: "subject",
    at: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { minutes: 5, from: "at" },
    subjects: { asker: { of: "accountId", show: ["at"], erase: "delete" } },
  },
});
