import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";

const day = z.number().int();

export const accounts = defineCollection({
  name: "accounts",
  about: "A person, as a random number",
  schema: z.object({ id: accountId, createdDay: day, seenDay: day }),
  key: ["id"],
  indexes: {},
  audited: false,
  fields: { id: "subject", createdDay: "observed", seenDay: "observed" },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 365, from: "seenDay" },
    renewed: "visit",
    subjects: { holder: { of: "id", show: "all", erase: "delete" } },
  },
});

export const sessions = defineCollection({
  name: "sessions",
  about: "A browser that is let in, known by the digest of its cookie",
  schema: z.object({
    tokenDigest: z.string().length(64),
    accountId,
    createdDay: day,
    seenDay: day,
    /** The device record, unless the person erased it. */
    device: z.string().length(26).nullable().default(null),
    /** When a passkey or code last showed who it is; 0 for never. */
    provenAt: z.number().int().default(0),
  }),
  key: ["tokenDigest"],
  indexes: { byAccount: ["accountId"] },
  audited: false,
  fields: {
    tokenDigest: "technical",
    accountId: "subject",
    createdDay: "observed",
    seenDay: "observed",
    device: "id",
    provenAt: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 30, from: "seenDay" },
    renewed: "use",
    subjects: {
      holder: {
        of: "accountId",
        show: ["createdDay", "seenDay", "device", "provenAt"],
        erase: "delete",
      },
    },
  },
});

export const devices = defineCollection({
  name: "devices",
  about: "The kind of device behind a session, and its network, truncated",
  schema: z.object({
    id: z.string().length(26),
    accountId,
    /** Such as phone, tablet or desktop. */
    family: z.string().max(40),
    os: z.string().max(60),
    /** As the browser itself names it, such as 4g. */
    connection: z.string().max(20),
    /** The first 24 bits of an IPv4 address, or 48 of IPv6. */
    network: z.string().max(50),
    createdDay: day,
    seenDay: day,
  }),
  key: ["id"],
  indexes: { byAccount: ["accountId"] },
  audited: false,
  fields: {
    id: "id",
    accountId: "subject",
    family: "observed",
    os: "observed",
    connection: "observed",
    network: "observed",
    createdDay: "observed",
    seenDay: "observed",
  },
  privacy: {
    purpose: "access",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 90, from: "seenDay" },
    renewed: "use",
    subjects: { holder: { of: "accountId", show: "all", erase: "delete" } },
  },
});
