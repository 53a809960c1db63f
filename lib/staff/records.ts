import { z } from "zod";
import { defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { MAX_STAFF_NAME, STILL_BLURS } from "./forms.ts";
import { type Role, ROLE_NAMES } from "./permissions.ts";

const id = z.string().length(26);
const at = z.number().int();
const digest = z.string().length(64);
const name = z.string().min(1).refine((text) => fits(text, MAX_STAFF_NAME));
/** A path of the back office. */
const place = z.string().max(200);
const roles = z.array(z.enum(ROLE_NAMES as [Role, ...Role[]]));

/** An hour: long enough to hand a link over, too short to find it later. */
export const INVITATION_MINUTES = 60;
export const SESSION_MINUTES = 8 * 60;
export const IDLE_MINUTES = 30;

/** So many views of the queue one of the staff may save. */
export const MAX_QUEUE_VIEWS = 20;

/** What each of the staff sets for themselves, and how it is until they do. */
export const preferences = z.object({
  /** Whether keys without Ctrl do anything on a page (WCAG 2.2, 2.1.4). */
  singleKeys: z.boolean().default(true),
  /** What they leave out of the queue, as an address says it, by name. */
  queueViews: z.array(z.object({
    name: z.string(),
    query: z.string().max(200),
  })).max(MAX_QUEUE_VIEWS).default([]),
  /** Whether a still stays grey while it is open. */
  stillGrey: z.boolean().default(true),
  /** How a still that is opened becomes clear. */
  stillBlur: z.enum(STILL_BLURS).default("slow"),
});

/** Those who run Millo; a person who left is kept as long as their deeds. */
const STAFF = {
  purpose: "staffing",
  basis: "contract",
  providers: ["hosting"],
} as const;

export const staffAccounts = defineCollection({
  name: "staff_accounts",
  about: "Somebody who runs Millo: a name for colleagues, and roles",
  schema: z.object({
    id,
    name,
    roles,
    invitedBy: id.nullable(),
    joinedAt: at,
    /** The day on which they were last here. */
    seenDay: at,
    removedAt: at.nullable(),
    /** Counts the changes, so that a stale form is found out. */
    version: z.number().int(),
  }),
  key: ["id"],
  indexes: { byJoining: ["joinedAt"] },
  audited: true,
  fields: {
    id: "subject",
    name: "given",
    roles: "observed",
    invitedBy: "technical",
    joinedAt: "observed",
    seenDay: "observed",
    removedAt: "observed",
    version: "technical",
  },
  privacy: {
    ...STAFF,
    keep: { days: 6 * 365, from: "seenDay" },
    renewed: "use",
    subjects: { staff: { of: "id", show: "all", erase: "delete" } },
  },
});

export const staffPasskeys = defineCollection({
  name: "staff_passkeys",
  about: "The public half of a passkey of one of the staff",
  schema: z.object({
    id: z.string().max(1024),
    staffId: id,
    publicKey: z.string(),
    counter: z.number().int().min(0),
    transports: z.array(z.string()),
    backedUp: z.boolean(),
    createdAt: at,
    usedAt: at,
  }),
  key: ["id"],
  indexes: { byStaff: ["staffId"] },
  audited: true,
  fields: {
    id: "id",
    staffId: "subject",
    publicKey: "technical",
    counter: "technical",
    transports: "observed",
    backedUp: "observed",
    createdAt: "observed",
    usedAt: "observed",
  },
  privacy: {
    ...STAFF,
    keep: { days: 2 * 365, from: "usedAt" },
    renewed: "use",
    subjects: { staff: { of: "staffId", show: "all", erase: "delete" } },
  },
});

export const staffCodes = defineCollection({
  name: "staff_codes",
  about: "A recovery code of one of the staff, as its argon2id hash",
  schema: z.object({
    locator: z.string().length(10),
    staffId: id,
    hash: z.string(),
    createdAt: at,
    usedAt: at.nullable(),
  }),
  key: ["locator"],
  indexes: { byStaff: ["staffId"] },
  audited: true,
  fields: {
    locator: "technical",
    staffId: "subject",
    hash: "secret",
    createdAt: "observed",
    usedAt: "observed",
  },
  privacy: {
    ...STAFF,
    keep: { days: 2 * 365, from: "createdAt" },
    subjects: {
      staff: {
        of: "staffId",
        show: ["createdAt", "usedAt"],
        erase: "delete",
      },
    },
  },
});

export const staffInvitations = defineCollection({
  name: "staff_invitations",
  about: "A link that lets somebody join the staff, or add a passkey, once",
  schema: z.object({
    digest,
    /** Whom it is for, in the words of whoever invites; null if that was not said. */
    name: name.nullable(),
    roles,
    /** Null where a command on the machine made it. */
    by: id.nullable(),
    /** Whose new passkey it is for; null for somebody new. */
    staffId: id.nullable(),
    at,
    usedAt: at.nullable(),
    revokedAt: at.nullable(),
  }),
  key: ["digest"],
  indexes: { byTime: ["at"] },
  audited: true,
  fields: {
    digest: "technical",
    name: "given",
    roles: "observed",
    by: "technical",
    staffId: "subject",
    at: "observed",
    usedAt: "observed",
    revokedAt: "observed",
  },
  privacy: {
    ...STAFF,
    keep: { days: 30, from: "at" },
    subjects: {
      staff: {
        of: "staffId",
        show: ["name", "at", "usedAt"],
        erase: "delete",
      },
    },
  },
});

export const staffSessions = defineCollection({
  name: "staff_sessions",
  about: "A browser in which one of the staff is signed in",
  schema: z.object({
    digest,
    staffId: id,
    startedAt: at,
    seenAt: at,
    provenAt: at,
    provenFor: place.nullable(),
    browser: z.string().max(120),
  }),
  key: ["digest"],
  indexes: { byStaff: ["staffId"] },
  audited: false,
  fields: {
    digest: "technical",
    staffId: "subject",
    startedAt: "observed",
    seenAt: "observed",
    provenAt: "observed",
    provenFor: "technical",
    browser: "observed",
  },
  privacy: {
    ...STAFF,
    keep: { minutes: SESSION_MINUTES, from: "startedAt" },
    subjects: {
      staff: {
        of: "staffId",
        show: ["startedAt", "seenAt", "browser"],
        erase: "delete",
      },
    },
  },
});

export const staffChallenges = defineCollection({
  name: "staff_challenges",
  about: "A random question to a passkey of the staff, answered once",
  schema: z.object({
    challenge: z.string().max(100),
    /** What the answer opens: an invitation's digest, a session's, or a sign-in. */
    use: z.string().max(80),
    /** For what a passkey is shown again; null for nothing in particular. */
    place: place.nullable(),
    at,
  }),
  key: ["challenge"],
  indexes: {},
  audited: false,
  ends: { minutes: 5, from: "at" },
  fields: {
    challenge: "technical",
    use: "technical",
    place: "technical",
    at: "technical",
  },
  privacy: { personal: false, reason: "random, and for minutes" },
});

export const staffOwnAccounts = defineCollection({
  name: "staff_own_accounts",
  about:
    "The hash of an account that one of the staff uses, so as not to judge it",
  schema: z.object({ staffId: id, subject: digest, at }),
  key: ["staffId", "subject"],
  indexes: { byStaff: ["staffId"] },
  audited: false,
  fields: { staffId: "subject", subject: "technical", at: "observed" },
  privacy: {
    ...STAFF,
    keep: { days: 2 * 365, from: "at" },
    subjects: { staff: { of: "staffId", show: ["at"], erase: "delete" } },
  },
});

export const staffPreferences = defineCollection({
  name: "staff_preferences",
  about: "How one of the staff likes the pages of the back office",
  schema: z.object({ staffId: id, ...preferences.shape, at }),
  key: ["staffId"],
  indexes: {},
  audited: false,
  fields: {
    staffId: "subject",
    singleKeys: "given",
    queueViews: "given",
    stillGrey: "given",
    stillBlur: "given",
    at: "observed",
  },
  privacy: {
    ...STAFF,
    keep: { days: 6 * 365, from: "at" },
    subjects: { staff: { of: "staffId", show: "all", erase: "delete" } },
  },
});

export const staffShifts = defineCollection({
  name: "staff_shifts",
  about: "Since when one of the staff is on call, and until when",
  schema: z.object({
    staffId: id,
    since: at,
    until: at,
    /** When the others were told that nobody follows; null for not. */
    gapToldAt: at.nullable(),
  }),
  key: ["staffId"],
  indexes: { byEnd: ["until"] },
  audited: true,
  fields: {
    staffId: "subject",
    since: "observed",
    until: "given",
    gapToldAt: "technical",
  },
  privacy: {
    ...STAFF,
    keep: { days: 7, from: "until" },
    subjects: { staff: { of: "staffId", show: "all", erase: "delete" } },
  },
});

export const staffAlertAddresses = defineCollection({
  name: "staff_alert_addresses",
  about: "Where alerts for one of the staff go by mail",
  schema: z.object({
    staffId: id,
    /** Null until its code came back. */
    address: z.string().max(254).nullable(),
    /** In which language we write there. */
    locale: z.string(),
    /** The address that waits for its code. */
    pending: z.string().max(254).nullable(),
    codeHash: z.string().nullable(),
    triesLeft: z.number().int().min(0),
    askedAt: at,
  }),
  key: ["staffId"],
  indexes: {},
  audited: false,
  fields: {
    staffId: "subject",
    address: "given",
    locale: "observed",
    pending: "given",
    codeHash: "secret",
    triesLeft: "technical",
    askedAt: "observed",
  },
  privacy: {
    ...STAFF,
    providers: ["hosting", "mail"],
    keep: { days: 2 * 365, from: "askedAt" },
    subjects: {
      staff: {
        of: "staffId",
        show: ["address", "pending", "askedAt"],
        erase: "delete",
      },
    },
  },
});
