import { AccountPage } from "../../components/pages/account/AccountPage.tsx";
import { CodeShownPage } from "../../components/pages/account/CodeShownPage.tsx";
import { ContactPage } from "../../components/pages/account/ContactPage.tsx";
import { DataPage } from "../../components/pages/account/DataPage.tsx";
import { ErasurePage } from "../../components/pages/account/ErasurePage.tsx";
import { HistoryPage } from "../../components/pages/account/HistoryPage.tsx";
import { KeysPage } from "../../components/pages/account/KeysPage.tsx";
import { PicturePage } from "../../components/pages/account/PicturePage.tsx";
import { ReceiptPage } from "../../components/pages/account/ReceiptPage.tsx";
import { ReturnPage } from "../../components/pages/account/ReturnPage.tsx";
import { SessionsPage } from "../../components/pages/account/SessionsPage.tsx";
import { OwnReportPage } from "../../components/pages/report/OwnReportPage.tsx";
import { ReportPage } from "../../components/pages/report/ReportPage.tsx";
import { NumberedErasurePage } from "../../components/pages/reference/NumberedErasurePage.tsx";
import {
  NumberedPage,
  type NumberedPageProps,
} from "../../components/pages/reference/NumberedPage.tsx";
import { ReferencePage } from "../../components/pages/reference/ReferencePage.tsx";
import { StandingPage } from "../../components/pages/standing/StandingPage.tsx";
import type { CallHistoryView } from "../../lib/app/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { AccountId } from "../../lib/kernel/mod.ts";
import type { ReceiptView } from "../../lib/privacy/mod.ts";
import type {
  Appealable,
  OwnReportView,
  OwnStandingView,
  StatementView,
} from "../../lib/safety/mod.ts";
import type { Specimens } from "./specimens.tsx";

const DAY = Date.UTC(2026, 10, 23);
const AT = Date.UTC(2026, 10, 23, 12, 34);
const CALL = "c".repeat(26);
const NONE: Record<string, string> = {};

const KEYS = {
  codeDay: DAY,
  passkeys: [
    { id: "[one]", createdDay: DAY, usedDay: DAY, backedUp: true },
    { id: "[two]", createdDay: DAY, usedDay: DAY, backedUp: false },
  ],
};

const NO_KEYS = { codeDay: null, passkeys: [] };

/** A call in each state that a row can show. */
const HISTORY: CallHistoryView = {
  calls: [
    ...([
      ["none", null, AT + 900_000],
      ["blocked", null, null],
      ["reported", "received", null],
      ["reported", "looked_at", null],
      ["reported", "decided", null],
      ["none", "withdrawn", null],
      ["erased", null, null],
    ] as const).map(([block, state, textUntil], n) => ({
      at: AT - n * 60_000,
      seconds: 61,
      ending: "they" as const,
      recent: {
        call: `[call ${n}]`,
        block,
        report: state && { id: `[report ${n}]`, state },
        textUntil,
      },
    })),
    { at: DAY, seconds: 3_720, ending: "you", recent: null },
    { at: DAY, seconds: 0, ending: "interrupted", recent: null },
  ],
  visits: [{ hour: AT }],
  blocks: [
    { id: "[block]", at: AT, byReport: false, nickname: "[nickname]" },
    { id: "[for-good]", at: AT, byReport: true, nickname: null },
  ],
};

/** Everything in it that a receipt may have. */
export const RECEIPT: ReceiptView = {
  number: "0".repeat(64),
  step: "files",
  startedAt: AT,
  at: AT + 5_000,
  scan: {
    at: AT + 5_000,
    compacted: true,
    searchTerms: 4,
    keys: 50,
    files: 6,
    bytes: 7_000,
    hits: 0,
  },
  kinds: [{ collection: "profiles", erased: 1 }],
  erased: 1,
  unlinked: 0,
  kept: 2,
};

/** A ban, with all that a statement of reasons may say. */
export const STATEMENT: StatementView = {
  id: "[decision]",
  at: AT,
  measures: ["ban", "remove_picture"],
  until: AT + 1,
  provisionalUntil: AT + 2,
  rule: "harm",
  facts: "[facts]",
  points: 8,
  reports: 2,
  evidence: { stills: 1, texts: 1 },
  state: "in_force",
  lessenedTo: null,
  number: "[number]",
  appealableUntil: AT + 3,
  mayAppeal: true,
  appeal: null,
};

const OUT: OwnStandingView = {
  out: { kind: "ban", from: AT, until: null },
  mayReport: false,
  checkUntil: null,
  statement: STATEMENT,
  others: [{ id: "[other]", at: AT, measures: ["warn"] }],
};

const GOOD: OwnStandingView = {
  out: null,
  mayReport: true,
  checkUntil: null,
  statement: null,
  others: [],
};

type OwnAppeal = NonNullable<StatementView["appeal"]>;

const APPEAL: OwnAppeal = {
  id: "[appeal]",
  at: AT,
  dueAt: AT + 1,
  state: "open",
  words: "[words]",
  question: null,
  reply: null,
  outcome: null,
  lessenedTo: null,
  decidedAt: null,
  answer: null,
};

function appealed(appeal: Partial<OwnAppeal>): OwnStandingView {
  const statement = { ...STATEMENT, mayAppeal: false };
  return {
    ...OUT,
    statement: { ...statement, appeal: { ...APPEAL, ...appeal } },
  };
}

/** Where a person may stand, by what is special about it. */
const STANDINGS: Record<string, OwnStandingView> = {
  "in good standing": GOOD,
  "banned": OUT,
  "suspended": { ...OUT, out: { kind: "suspension", from: AT, until: AT } },
  "under review": { ...GOOD, out: { kind: "review", from: AT, until: null } },
  "a decision that was undone": {
    ...GOOD,
    statement: {
      ...STATEMENT,
      ...{ rule: null, until: null, provisionalUntil: null, points: 0 },
      ...{ state: "undone", mayAppeal: false, lessenedTo: "warn" },
    },
  },
  "too late to appeal": {
    ...OUT,
    statement: { ...STATEMENT, mayAppeal: false },
  },
  "an appeal that waits": appealed({}),
  "an appeal that is asked about": appealed({
    state: "asked",
    question: "[question]",
  }),
  "an appeal that was answered": appealed({
    ...{ state: "decided", outcome: "lessened", lessenedTo: "warn" },
    ...{ decidedAt: AT, answer: "[answer]" },
  }),
};

/** A report that was just received. */
export const REPORT: OwnReportView = {
  id: "[report]",
  number: "[number]",
  reason: "threatened",
  words: "[words]",
  at: AT,
  state: "received",
  dueAt: AT + 1,
  final: false,
  outcome: null,
};

/** A decision that can be appealed. */
export const APPEALABLE: Appealable = {
  id: "[decision]",
  state: "in_force",
  appealableUntil: AT + 1,
  mayAppeal: true,
  appeal: null,
};

const OUTCOME = {
  ...{ measures: [], rule: null, at: AT, decision: "[decision]" },
  ...{ abusive: false, appealable: APPEALABLE },
};

const REPORTS: Record<string, OwnReportView> = {
  "received": REPORT,
  "of danger, looked at": { ...REPORT, reason: "danger", state: "looked_at" },
  "of somebody under 18, decided": {
    ...REPORT,
    reason: "under_18",
    state: "decided",
    dueAt: null,
    outcome: { ...OUTCOME, acted: true },
  },
  "that came to nothing": {
    ...REPORT,
    reason: "other",
    state: "decided",
    outcome: { ...OUTCOME, acted: false },
  },
  "that was abusive": {
    ...REPORT,
    reason: "hate",
    state: "decided",
    outcome: { ...OUTCOME, acted: false, abusive: true },
  },
  "taken back": { ...REPORT, reason: "hate", words: null, state: "withdrawn" },
};

const profile = {
  languages: [],
  spoken: [],
  values: { version: "[version]", username: "[name]", interests: "[tags]" },
  picture: null,
  contact: { address: null, pending: null },
  wayBack: false,
} as const;

const DEVICE = {
  id: "[device]",
  accountId: "a".repeat(26) as AccountId,
  createdDay: DAY,
  seenDay: DAY,
  family: "mobile",
  os: "[system]",
  connection: "4g",
  network: "192.0.2.0/24",
};

const SESSION = {
  id: "[session]",
  current: true,
  createdDay: DAY,
  seenDay: DAY,
  device: DEVICE,
};

const kept = {
  subjectId: "[account]",
  at: AT,
  collections: [{
    name: "profiles",
    about: "[about]",
    purpose: "profile",
    basis: "contract",
    records: [{
      roles: ["member"],
      fields: {
        text: "<b>",
        nothing: null,
        empty: "",
        zero: 0,
        time: AT,
        bytes: new Uint8Array(3),
        list: [1, "two"],
      },
    }],
  }],
};

const reasons = {
  profiles: { keep: { days: 90, from: "seenDay" }, erasable: true },
};

const PLAN = {
  tallies: {
    profiles: { deleted: 1, unlinked: 0, kept: 0 },
    calls: { deleted: 0, unlinked: 2, kept: 1 },
    consents: { deleted: 0, unlinked: 0, kept: 0 },
  },
  kept: [{ collection: "calls", count: 1, reason: "[reason]", until: DAY }],
};

function numbered(
  t: Translate,
  data: NumberedPageProps["data"],
  statement: StatementView,
) {
  return (
    <NumberedPage
      t={t}
      locale="en"
      numbered={{ kind: "decision", holder: null, statement }}
      data={data}
      values={NONE}
      errors={NONE}
    />
  );
}

const base: Specimens = {
  "account": (t) => <AccountPage t={t} {...profile} />,
  "account with everything, and errors": (t) => (
    <AccountPage
      t={t}
      {...profile}
      picture="/account/picture/image"
      contact={{ address: "[address]", pending: "[pending]" }}
      wayBack
      saved
      errors={{
        username: "[bad name]",
        interests: "[bad tags]",
        languages: "[bad language]",
      }}
    />
  ),
  "history, empty": (t) => (
    <HistoryPage
      t={t}
      locale="en"
      history={{ calls: [], visits: [], blocks: [] }}
    />
  ),
  "history": (t) => (
    <HistoryPage
      t={t}
      locale="en"
      history={HISTORY}
      refused={{ id: "[block]", nickname: "[long nickname]" }}
      errors={{ nickname: "[bad nickname]" }}
    />
  ),
  "sessions": (t) => (
    <SessionsPage
      t={t}
      locale="en"
      sessions={[SESSION, {
        ...SESSION,
        id: "[old]",
        current: false,
        device: null,
      }]}
      keys={KEYS}
    />
  ),
  "keys, none": (t) => <KeysPage t={t} locale="en" keys={NO_KEYS} open />,
  "keys, open": (t) => <KeysPage t={t} locale="en" keys={KEYS} open />,
  "keys, shut": (t) => <KeysPage t={t} locale="en" keys={KEYS} open={false} />,
  "recovery code": (t) => <CodeShownPage t={t} code="12345-67890" />,
  "return": (t) => <ReturnPage t={t} proof={false} />,
  "return for a proof, with errors": (t) => (
    <ReturnPage t={t} proof errors={{ recovery: "[bad code]" }} />
  ),
  "mail address, none": (t) => (
    <ContactPage t={t} contact={{ address: null, pending: null }} />
  ),
  "mail address with a code, and errors": (t) => (
    <ContactPage
      t={t}
      contact={{ address: "[address]", pending: "[pending]" }}
      typed="[typed]"
      errors={{ code: "[bad code]", address: "[bad address]" }}
    />
  ),
  "picture, none": (t) => <PicturePage t={t} shown={null} />,
  "picture with errors": (t) => (
    <PicturePage
      t={t}
      shown="/account/picture/image"
      errors={{ picture: "[bad picture]" }}
    />
  ),
  "data": (t) => <DataPage t={t} kept={kept} reasons={reasons} proof="fresh" />,
  "data, nothing": (t) => (
    <DataPage
      t={t}
      kept={{ ...kept, collections: [] }}
      reasons={{}}
      proof="none"
    />
  ),
  "erasure, nothing kept": (t) => (
    <ErasurePage
      t={t}
      locale="en"
      plan={{ tallies: {}, kept: [] }}
      receipt={null}
    />
  ),
  "erasure with errors": (t) => (
    <ErasurePage
      t={t}
      locale="en"
      plan={PLAN}
      receipt="[receipt]"
      errors={{ sure: "[not sure]" }}
    />
  ),
  "report": (t) => (
    <ReportPage t={t} call={CALL} hasEvidence values={NONE} errors={NONE} />
  ),
  "report with errors": (t) => (
    <ReportPage
      t={t}
      call={CALL}
      hasEvidence={false}
      values={{ words: "[words]" }}
      errors={{ words: "[too long]" }}
    />
  ),
};

/** The pages of an account, as they may be met. */
export const ACCOUNT_PAGES: Specimens = {
  ...base,
  ...Object.fromEntries(
    (["running", "records", "files", "filesLeft", "server"] as const).map(
      (step): [string, Specimens[string]] => [
        `receipt, ${step}`,
        (t) => (
          <ReceiptPage
            t={t}
            receipt={step === "running" || step === "records"
              ? { ...RECEIPT, step, at: null, scan: null }
              : { ...RECEIPT, step }}
          />
        ),
      ],
    ),
  ),
  ...Object.fromEntries(
    Object.entries(STANDINGS).map(([name, view]) => [
      `standing, ${name}`,
      (t) => (
        <StandingPage
          t={t}
          locale="en"
          view={view}
          values={NONE}
          errors={NONE}
        />
      ),
    ]),
  ),
  "number, wrong": (t) => (
    <ReferencePage
      t={t}
      values={{ number: "[number]" }}
      errors={{ number: "[unknown]" }}
    />
  ),
  "number of a decision": (t) => numbered(t, "open", STATEMENT),
  "number of a decision, with a key": (t) => numbered(t, "key", STATEMENT),
  "number of a flag, erased": (t) =>
    numbered(t, "erased", { ...STATEMENT, measures: ["under_18"] }),
  "erasure by a number": (t) => (
    <NumberedErasurePage
      t={t}
      locale="en"
      number="[number]"
      plan={PLAN}
      errors={{ sure: "[not sure]" }}
    />
  ),
  ...Object.fromEntries(
    Object.entries(REPORTS).map(([name, report]) => [
      `number of a report ${name}`,
      (t: Translate) => (
        <NumberedPage
          t={t}
          locale="en"
          numbered={{
            kind: "report",
            holder: "a".repeat(26) as AccountId,
            report,
          }}
          data="open"
          values={NONE}
          errors={NONE}
        />
      ),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(REPORTS).map(([name, report]) => [
      `own report ${name}`,
      (t) => <OwnReportPage t={t} locale="en" report={report} errors={{}} />,
    ]),
  ),
  "own report with errors": (t) => (
    <OwnReportPage
      t={t}
      locale="en"
      report={REPORT}
      values={{ words: "[typed]" }}
      errors={{ words: "[too long]" }}
    />
  ),
};
