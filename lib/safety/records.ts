import { z } from "zod";
import { accountId, defineCollection } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import { caseEvent } from "./case_events.ts";
import { CASE_STATUSES } from "./case_state.ts";
import { MAX_REPLY_TITLE, MAX_REPORT_WORDS, MAX_WORDS } from "./forms.ts";
import {
  APPEAL_OUTCOMES,
  APPELLANTS,
  MEASURES,
  REASON_IDS,
  RULE_IDS,
  SEVERITIES,
  TEAMS,
} from "./vocabulary.ts";

const id = z.string().length(26);
const at = z.number().int();
const words = z.string().refine((text) => fits(text, MAX_WORDS));
const caseNumber = z.string().regex(/^MC-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

/** How long a decision can be appealed: six months and a day, in days. */
export const APPEAL_DAYS = 184;
/** What stays after the last moment at which somebody could still need it. */
const AFTER = 31;
/** Eight months: the time to appeal, the time to answer, and what stays after. */
const REPORT_DAYS = 8 * 30;
/** Fourteen months: as long as a strike of the case may count, and a month. */
const CASE_DAYS = 14 * 30;

export const REPORT_STATES = [
  "open",
  "withdrawn",
  "upheld",
  "dismissed",
  "invalid",
] as const;
export type ReportState = typeof REPORT_STATES[number];

const SAFETY = {
  purpose: "safety",
  basis: "legitimate-interest",
  providers: ["hosting"],
} as const;

export const reports = defineCollection({
  name: "reports",
  about: "What a person reported about another after a call",
  schema: z.object({
    id,
    case: caseNumber,
    call: id,
    reporter: accountId.nullable(),
    reported: accountId.nullable(),
    /** One for all accounts of a device; says nothing else. */
    reporterMark: z.string(),
    reason: z.enum(REASON_IDS),
    words: z.string().refine((text) => fits(text, MAX_REPORT_WORDS))
      .nullable(),
    /** How long the call had lasted, in seconds. */
    callSeconds: z.number().int().min(0),
    at,
    /** True where the reporter says that whoever a still shows is an adult. */
    clearlyAdult: z.boolean(),
    /** Upheld and dismissed once it was decided; invalid counts as neither. */
    state: z.enum(REPORT_STATES),
    /** The decision that answered it. */
    decision: id.nullable(),
    /** The last time that something happened to it. */
    changedAt: at,
  }),
  key: ["id"],
  indexes: {
    byCase: ["case", "at"],
    byReporter: ["reporter", "at"],
    byReported: ["reported", "at"],
    byCall: ["call"],
  },
  audited: true,
  fields: {
    id: "id",
    case: "technical",
    call: "technical",
    reporter: "subject",
    reported: "subject",
    reporterMark: "technical",
    reason: "given",
    words: "given",
    callSeconds: "observed",
    at: "observed",
    clearlyAdult: "given",
    state: "observed",
    decision: "technical",
    changedAt: "observed",
  },
  privacy: {
    ...SAFETY,
    keep: { days: REPORT_DAYS, from: "changedAt" },
    subjects: {
      reporter: {
        of: "reporter",
        show: ["id", "reason", "words", "callSeconds", "at", "state"],
        gives: ["reason", "words", "clearlyAdult"],
        erase: "unlink",
        clears: ["words"],
      },
      // That there was a report, never from whom nor in which words.
      reported: {
        of: "reported",
        show: ["reason", "at", "state"],
        gives: [],
        erase: "unlink",
      },
    },
  },
});

export const evidence = defineCollection({
  name: "evidence",
  about:
    "A still or the text of a call, as a reporter supplied or asked for it",
  schema: z.object({
    id,
    case: caseNumber,
    report: id,
    reported: accountId.nullable(),
    kind: z.enum(["still", "text"]),
    /** Encrypted under the key of the case. */
    sealed: z.instanceof(Uint8Array).nullable(),
    /** SHA-256 of what was sealed, in hexadecimal. */
    digest: z.string().length(64),
    at,
    /** From when its last days count: see evidence_end.ts. */
    keepFrom: at,
  }),
  key: ["id"],
  indexes: { byCase: ["case", "at"], byReport: ["report"] },
  audited: true,
  large: ["sealed"],
  fields: {
    id: "id",
    case: "technical",
    report: "technical",
    reported: "subject",
    kind: "observed",
    sealed: "observed",
    digest: "technical",
    at: "observed",
    keepFrom: "technical",
  },
  privacy: {
    ...SAFETY,
    keep: { days: AFTER, from: "keepFrom" },
    subjects: {
      // What it shows may be the reporter's, too: nobody takes it along.
      reported: { of: "reported", show: ["kind", "at"], erase: "unlink" },
    },
  },
});

export const caseKeys = defineCollection({
  name: "case_keys",
  about:
    "What the key is made of that the evidence of a case is encrypted with",
  schema: z.object({
    case: caseNumber,
    /** In base 64; with the key of the server it gives the key of the case. */
    salt: z.string(),
    keepFrom: at,
  }),
  key: ["case"],
  indexes: {},
  audited: false,
  ends: { days: AFTER, from: "keepFrom" },
  fields: { case: "technical", salt: "secret", keepFrom: "technical" },
  privacy: { personal: false, reason: "random" },
});

export const cases = defineCollection({
  name: "cases",
  about: "All reports about one person, on one team, and where they stand",
  schema: z.object({
    number: caseNumber,
    reported: accountId.nullable(),
    team: z.enum(TEAMS),
    /** How many events there are: the version that a form was made from. */
    seq: z.number().int(),
    status: z.enum(CASE_STATUSES),
    severity: z.enum(SEVERITIES),
    /** The worst reason among its open reports, or its last ones. */
    reason: z.enum(REASON_IDS),
    openReports: z.number().int().min(0),
    openAppeals: z.number().int().min(0),
    score: z.number().int(),
    dueAt: at.nullable(),
    /** Its place in the queue; null where it waits for nobody. */
    rank: z.number().nullable(),
    snoozedUntil: at.nullable(),
    secondOpinion: z.boolean(),
    /** The rank again while a second person is awaited, to list it. */
    secondRank: z.number().nullable(),
    openedAt: at,
    changedAt: at,
  }),
  key: ["number"],
  indexes: {
    queue: ["team", "rank"],
    byReason: ["team", "reason", "rank"],
    byDue: ["team", "dueAt"],
    bySecond: ["team", "secondRank"],
    byWaking: ["team", "snoozedUntil"],
    byStatus: ["team", "status", "changedAt"],
  },
  audited: true,
  fields: {
    number: "id",
    reported: "subject",
    team: "technical",
    seq: "technical",
    status: "observed",
    severity: "technical",
    reason: "observed",
    openReports: "observed",
    openAppeals: "observed",
    score: "technical",
    dueAt: "technical",
    rank: "technical",
    snoozedUntil: "technical",
    secondOpinion: "technical",
    secondRank: "technical",
    openedAt: "observed",
    changedAt: "observed",
  },
  privacy: {
    ...SAFETY,
    keep: { days: CASE_DAYS, from: "changedAt" },
    subjects: {
      reported: {
        of: "reported",
        show: ["reason", "openReports", "openedAt", "changedAt"],
        erase: "unlink",
      },
    },
  },
});

export const caseLinks = defineCollection({
  name: "case_links",
  about: "Which case is about which person, so that there is one",
  schema: z.object({
    reported: accountId,
    team: z.enum(TEAMS),
    number: caseNumber,
    since: at,
  }),
  key: ["reported", "team"],
  indexes: {},
  audited: true,
  fields: {
    reported: "subject",
    team: "technical",
    number: "technical",
    since: "technical",
  },
  privacy: {
    ...SAFETY,
    keep: { days: 3 * 365, from: "since" },
    renewed: "use",
    subjects: { reported: { of: "reported", show: [], erase: "delete" } },
  },
});

export const caseEvents = defineCollection({
  name: "case_events",
  about: "What happened to a case, step by step, in ids and figures",
  schema: z.object({
    case: caseNumber,
    seq: z.number().int(),
    at,
    event: caseEvent,
  }),
  key: ["case", "seq"],
  indexes: { byCase: ["case", "seq"] },
  audited: true,
  ends: { days: CASE_DAYS, from: "at" },
  fields: {
    case: "technical",
    seq: "technical",
    at: "technical",
    event: "technical",
  },
  privacy: {
    personal: false,
    reason: "ids of reports, decisions, staff and reasons; it names nobody",
  },
});

export const caseNotes = defineCollection({
  name: "case_notes",
  about: "What moderators wrote down for each other about a case or a person",
  schema: z.object({
    id,
    case: caseNumber,
    reported: accountId.nullable(),
    /** True where it is about the person, in every case of theirs. */
    aboutPerson: z.boolean(),
    staff: id,
    text: words,
    at,
  }),
  key: ["id"],
  indexes: { byCase: ["case", "at"], byPerson: ["reported", "at"] },
  audited: true,
  fields: {
    id: "id",
    case: "technical",
    reported: "subject",
    aboutPerson: "technical",
    staff: "technical",
    text: "observed",
    at: "observed",
  },
  privacy: {
    ...SAFETY,
    keep: { days: REPORT_DAYS, from: "at" },
    subjects: {
      reported: { of: "reported", show: ["text", "at"], erase: "delete" },
    },
  },
});

export const looks = defineCollection({
  name: "looks",
  about: "That one of the staff looked at a still, and how long",
  schema: z.object({
    id,
    staff: id,
    evidence: id,
    at,
    /** Null where nobody told: then it counts as the longest. */
    endedAt: at.nullable(),
  }),
  key: ["id"],
  indexes: { byStaff: ["staff", "at"] },
  audited: false,
  ends: { days: 90, from: "at" },
  fields: {
    id: "technical",
    staff: "technical",
    evidence: "technical",
    at: "technical",
    endedAt: "technical",
  },
  privacy: {
    personal: false,
    reason: "ids of staff and evidence, and times; it names nobody",
  },
});

export const savedReplies = defineCollection({
  name: "saved_replies",
  about: "Words that moderators use again, of the house or of one of them",
  schema: z.object({
    id,
    /** One of the staff, or "house". */
    owner: z.string(),
    title: z.string().refine((text) => fits(text, MAX_REPLY_TITLE)),
    text: words,
    /** Who wrote or changed it last. */
    by: id,
    at,
  }),
  key: ["id"],
  indexes: { byOwner: ["owner", "title"] },
  audited: true,
  ends: { days: 3 * 365, from: "at" },
  fields: {
    id: "technical",
    owner: "technical",
    title: "technical",
    text: "technical",
    by: "technical",
    at: "technical",
  },
  privacy: {
    personal: false,
    reason: "words of the house with placeholders where a person would stand",
  },
});

export const claims = defineCollection({
  name: "claims",
  about: "Which moderator has a case or an appeal, and until when",
  schema: z.object({
    /** The number of a case, or the id of an appeal. */
    item: z.string(),
    staff: id,
    since: at,
    until: at,
  }),
  key: ["item"],
  indexes: { byStaff: ["staff"] },
  audited: false,
  ends: { minutes: 5, from: "until" },
  fields: {
    item: "technical",
    staff: "technical",
    since: "technical",
    until: "technical",
  },
  privacy: {
    personal: false,
    reason: "who of the staff works on what, for minutes",
  },
});

export const alerts = defineCollection({
  name: "alerts",
  about: "That a case must be looked at this minute, and who answered that",
  schema: z.object({
    id,
    case: caseNumber,
    team: z.enum(TEAMS),
    cause: z.enum(["reported", "passed_on"]),
    reason: z.enum(REASON_IDS),
    /** Who of the staff passed the case on; null where a report raised it. */
    by: id.nullable(),
    at,
    /** How often somebody was told. */
    rounds: z.number().int().min(0),
    /** Whom the last round told, and whether these are all who may answer. */
    told: z.array(id),
    everybody: z.boolean(),
    /** When the first were told. */
    toldAt: at.nullable(),
    /** When the next are told; null where nobody is any more. */
    dueAt: at.nullable(),
    /** The time it was raised, while nobody has answered; else null. */
    openSince: at.nullable(),
    answeredBy: id.nullable(),
    /** When somebody answered, or there was nothing left to answer. */
    endedAt: at.nullable(),
  }),
  key: ["id"],
  indexes: {
    open: ["openSince"],
    byCase: ["case", "at"],
    byTime: ["at"],
  },
  audited: true,
  ends: { days: 90, from: "at" },
  fields: {
    id: "id",
    case: "technical",
    team: "technical",
    cause: "technical",
    reason: "technical",
    by: "technical",
    at: "technical",
    rounds: "technical",
    told: "technical",
    everybody: "technical",
    toldAt: "technical",
    dueAt: "technical",
    openSince: "technical",
    answeredBy: "technical",
    endedAt: "technical",
  },
  privacy: {
    personal: false,
    reason: "the number of a case, a reason, and ids of staff; it names nobody",
  },
});

export const decisions = defineCollection({
  name: "decisions",
  about: "What was decided about reports, on which rule and why",
  schema: z.object({
    id,
    case: caseNumber,
    reported: accountId.nullable(),
    staff: id,
    at,
    measures: z.array(z.enum(MEASURES)).min(1),
    rule: z.enum(RULE_IDS).nullable(),
    /** What was found, in the words that the person reads. */
    facts: words.nullable(),
    /** Why it is less or more than suggested; for the log. */
    reason: words.nullable(),
    reports: z.array(id),
    points: z.number().int(),
    suggested: z.enum(MEASURES),
    /** When what it imposes ends by itself; null for never or nothing. */
    until: at.nullable(),
    /** A ban without a second person ends then; null once there is one. */
    provisionalUntil: at.nullable(),
    second: id.nullable(),
    strike: z.object({ points: z.number().int(), until: at }).nullable(),
    /** Which of the reports are abusive; the words go to who made them. */
    abuse: z.object({
      reports: z.array(id).min(1),
      rule: z.enum(RULE_IDS),
      facts: words.nullable(),
    }).nullable().default(null),
    state: z.enum(["in_force", "undone", "overturned", "lapsed"]),
    lessenedTo: z.enum(MEASURES).nullable(),
    /** The parent of several decisions made at once. */
    bulk: id.nullable(),
    /** Since when its reporters are to be told; null once they were. */
    untoldSince: at.nullable(),
    changedAt: at,
  }),
  key: ["id"],
  indexes: {
    byCase: ["case", "at"],
    byPerson: ["reported", "at"],
    byStaff: ["staff", "at"],
    provisional: ["provisionalUntil"],
    untold: ["untoldSince"],
    byBulk: ["bulk"],
  },
  audited: true,
  fields: {
    id: "id",
    case: "technical",
    reported: "subject",
    staff: "technical",
    at: "observed",
    measures: "observed",
    rule: "observed",
    facts: "observed",
    reason: "technical",
    reports: "technical",
    points: "observed",
    suggested: "technical",
    until: "observed",
    provisionalUntil: "observed",
    second: "technical",
    strike: "observed",
    abuse: "technical",
    state: "observed",
    lessenedTo: "observed",
    bulk: "technical",
    untoldSince: "technical",
    changedAt: "technical",
  },
  privacy: {
    ...SAFETY,
    keep: { days: CASE_DAYS, from: "changedAt" },
    subjects: {
      reported: {
        of: "reported",
        show: [
          "id",
          "at",
          "measures",
          "rule",
          "facts",
          "points",
          "until",
          "provisionalUntil",
          "strike",
          "state",
          "lessenedTo",
        ],
        erase: "unlink",
      },
    },
  },
});

export const removals = defineCollection({
  name: "removals",
  about:
    "A name or picture that a decision took from an account, to give it back where the decision falls",
  schema: z.object({
    decision: id,
    accountId,
    username: z.string().nullable(),
    image: z.instanceof(Uint8Array).nullable(),
    at,
  }),
  key: ["decision"],
  indexes: {},
  audited: true,
  large: ["image"],
  fields: {
    decision: "technical",
    accountId: "subject",
    username: "observed",
    image: "observed",
    at: "observed",
  },
  privacy: {
    ...SAFETY,
    keep: { days: REPORT_DAYS, from: "at" },
    subjects: {
      holder: {
        of: "accountId",
        show: ["username", "image", "at"],
        erase: "delete",
      },
    },
  },
});

export const appeals = defineCollection({
  name: "appeals",
  about: "An objection to a decision, and its answer",
  schema: z.object({
    id,
    case: caseNumber,
    team: z.enum(TEAMS),
    decision: id,
    by: z.enum(APPELLANTS),
    /** The report of a reporter who appeals. */
    report: id.nullable(),
    appellant: accountId.nullable(),
    claim: z.enum(["not_me", "not_so", "not_broken", "too_long"]).nullable(),
    words: words.nullable(),
    at,
    /** Promised answer; stands still while a question is open. */
    dueAt: at,
    state: z.enum(["open", "asked", "withdrawn", "decided"]),
    /** The due time again while somebody must answer it, to list it. */
    openDueAt: at.nullable(),
    question: words.nullable(),
    askedAt: at.nullable(),
    reply: words.nullable(),
    outcome: z.enum(APPEAL_OUTCOMES).nullable(),
    lessenedTo: z.enum(MEASURES).nullable(),
    staff: id.nullable(),
    /** The answers in words, to the appellant's side and the other. */
    toPerson: words.nullable(),
    toReporter: words.nullable(),
    decidedAt: at.nullable(),
    changedAt: at,
  }),
  key: ["id"],
  indexes: {
    open: ["team", "openDueAt"],
    byDecision: ["decision"],
    byCase: ["case", "at"],
    byAppellant: ["appellant", "at"],
  },
  audited: true,
  fields: {
    id: "id",
    case: "technical",
    team: "technical",
    decision: "technical",
    by: "observed",
    report: "technical",
    appellant: "subject",
    claim: "given",
    words: "given",
    at: "observed",
    dueAt: "observed",
    state: "observed",
    openDueAt: "technical",
    question: "observed",
    askedAt: "observed",
    reply: "given",
    outcome: "observed",
    lessenedTo: "observed",
    staff: "technical",
    toPerson: "technical",
    toReporter: "technical",
    decidedAt: "observed",
    changedAt: "technical",
  },
  privacy: {
    ...SAFETY,
    keep: { days: REPORT_DAYS, from: "changedAt" },
    subjects: {
      appellant: {
        of: "appellant",
        show: [
          "id",
          "claim",
          "words",
          "at",
          "dueAt",
          "state",
          "question",
          "askedAt",
          "reply",
          "outcome",
          "lessenedTo",
          "decidedAt",
        ],
        gives: ["claim", "words", "reply"],
        erase: "unlink",
        clears: ["words", "reply"],
      },
    },
  },
});

export const referenceNumbers = defineCollection({
  name: "reference_numbers",
  about:
    "The digest of a number that opens a report or a decision from any browser",
  schema: z.object({
    digest: z.string().length(64),
    holder: accountId.nullable(),
    kind: z.enum(["report", "decision"]),
    of: id,
    at,
  }),
  key: ["digest"],
  indexes: { byItem: ["of"] },
  audited: false,
  fields: {
    digest: "technical",
    holder: "subject",
    kind: "technical",
    of: "technical",
    at: "observed",
  },
  privacy: {
    ...SAFETY,
    keep: { days: REPORT_DAYS, from: "at" },
    subjects: {
      holder: { of: "holder", show: ["kind", "at"], erase: "unlink" },
    },
  },
});

/** How long what is known of a check stays once it is over, in days. */
const CHECK_DAYS = 31;

export const ageRequests = defineCollection({
  name: "age_requests",
  about: "An age check that an age flag waits for, or that objects to one",
  schema: z.object({
    id,
    case: caseNumber,
    /** Null for somebody erased, and once the flag names nobody. */
    accountId: accountId.nullable(),
    /** The decision that it objects to; null where somebody is held. */
    decision: id.nullable(),
    /** Who of the staff asked for it; null for one that objects. */
    staff: id.nullable(),
    /** The provider's name for its check; null until it has begun. */
    ref: z.string().max(200).nullable(),
    /** Where the provider carries it out. */
    url: z.string().max(2000).nullable(),
    at,
    until: at,
    reminded: z.boolean(),
    state: z.enum(["awaited", "passed", "failed", "over"]),
    /** When the timetable has something to do for it; null for never. */
    dueAt: at.nullable(),
  }),
  key: ["id"],
  indexes: {
    byRef: ["ref"],
    byAccount: ["accountId", "at"],
    byCase: ["case", "at"],
    byDecision: ["decision", "at"],
    due: ["dueAt"],
  },
  audited: true,
  fields: {
    id: "id",
    case: "technical",
    accountId: "subject",
    decision: "technical",
    staff: "technical",
    ref: "observed",
    url: "technical",
    at: "observed",
    until: "observed",
    reminded: "technical",
    state: "observed",
    dueAt: "technical",
  },
  privacy: {
    purpose: "age",
    basis: "legal-obligation",
    providers: ["hosting", "age"],
    keep: { days: CHECK_DAYS, from: "until" },
    subjects: {
      asked: {
        of: "accountId",
        show: ["at", "until", "state"],
        erase: "unlink",
        clears: ["ref", "url"],
      },
    },
  },
});
