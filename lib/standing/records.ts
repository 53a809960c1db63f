import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { MAX_NICKNAME } from "./forms.ts";

const id = z.string().length(26);
const at = z.number().int();

export const SANCTION_KINDS = [
  "suspension",
  "ban",
  /** Kept out of calls until a person has looked; no judgement. */
  "review",
  /** May not report others. */
  "reporting_bar",
] as const;
export type SanctionKind = typeof SANCTION_KINDS[number];

export const sanctions = defineCollection({
  name: "sanctions",
  about: "What keeps a person out of calls or from reporting, and until when",
  schema: z.object({
    id,
    /** Null once the person is erased: see ban_digests. */
    accountId: accountId.nullable(),
    kind: z.enum(SANCTION_KINDS),
    from: at,
    /** When it ends by itself; null for never. */
    until: at.nullable(),
    /** When it ends unless a second person agrees; null once one did. */
    provisionalUntil: at.nullable(),
    /** When it was taken back. */
    endedAt: at.nullable(),
    /** The decision that imposed it; null for a review without one. */
    decision: id.nullable(),
  }),
  key: ["id"],
  indexes: {
    byAccount: ["accountId", "from"],
    byDecision: ["decision"],
  },
  audited: true,
  fields: {
    id: "id",
    accountId: "subject",
    kind: "observed",
    from: "observed",
    until: "observed",
    provisionalUntil: "observed",
    endedAt: "observed",
    decision: "technical",
  },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 5 * 365, from: "from" },
    subjects: {
      sanctioned: {
        of: "accountId",
        show: ["kind", "from", "until", "provisionalUntil", "endedAt"],
        // What a ban's digests hold by must say still when it has ended.
        erase: "unlink",
      },
    },
  },
});

/** For ever, as far as two people keep their accounts. */
const BLOCK_DAYS = 10 * 365;

export const blocks = defineCollection({
  name: "blocks",
  about: "Whom a person does not want to meet again",
  schema: z.object({
    blocker: accountId,
    blocked: accountId,
    at,
    /** True where it came with a report: then it stays. */
    byReport: z.boolean(),
    /** What the blocker calls them, for themselves alone. */
    nickname: z.string().refine((text) => fits(text, MAX_NICKNAME)).nullable(),
  }),
  key: ["blocker", "blocked"],
  indexes: { byBlocker: ["blocker", "at"] },
  audited: false,
  fields: {
    blocker: "subject",
    blocked: "subject",
    at: "observed",
    byReport: "observed",
    nickname: "given",
  },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: BLOCK_DAYS, from: "at" },
    subjects: {
      blocker: {
        of: "blocker",
        show: ["at", "byReport", "nickname"],
        erase: "delete",
      },
      // Whoever is blocked is never told: that would tell of the blocker.
      blocked: { of: "blocked", show: [], gives: [], erase: "delete" },
    },
  },
});

export const BAN_DIGEST_KINDS = ["browser", "passkey", "address"] as const;
export type BanDigestKind = typeof BAN_DIGEST_KINDS[number];

/** How long a ban without an end is held against a new account. */
export const BAN_DIGEST_DAYS = 2 * 365;

export const banDigests = defineCollection({
  name: "ban_digests",
  about:
    "By what somebody banned is known again: a keyed digest of a browser's mark, a passkey or a contact address, and nothing else of them",
  schema: z.object({
    /** HMAC-SHA-256, in hexadecimal: leads nowhere without the server's key. */
    digest: z.string().length(64),
    /** The ban that it belongs to, and ends with. */
    sanction: id,
    kind: z.enum(BAN_DIGEST_KINDS),
    accountId: accountId.nullable(),
    until: at,
  }),
  key: ["digest", "sanction"],
  indexes: { byDigest: ["digest"] },
  audited: true,
  fields: {
    digest: "observed",
    sanction: "technical",
    kind: "observed",
    accountId: "subject",
    until: "observed",
  },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 1, from: "until" },
    subjects: {
      banned: { of: "accountId", show: ["kind", "until"], erase: "unlink" },
    },
  },
});

export const browserMarks = defineCollection({
  name: "browser_marks",
  about: "Which browser an account was used in, as a keyed digest of its mark",
  schema: z.object({
    /** Keyed digest of the browser's cookie, in hexadecimal. */
    mark: z.string().length(64),
    accountId,
    seenDay: z.number().int(),
  }),
  key: ["mark", "accountId"],
  indexes: {
    byMark: ["mark", "seenDay"],
    byAccount: ["accountId", "seenDay"],
  },
  audited: false,
  fields: { mark: "observed", accountId: "subject", seenDay: "observed" },
  privacy: {
    purpose: "safety",
    basis: "legitimate-interest",
    providers: ["hosting"],
    keep: { days: 90, from: "seenDay" },
    renewed: "use",
    subjects: {
      holder: { of: "accountId", show: ["seenDay"], erase: "delete" },
    },
  },
});
