import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { FilterForm } from "../../components/form/FilterForm.tsx";
import { AccessibilityPage } from "../../components/pages/AccessibilityPage.tsx";
import { AgeCheckPage } from "../../components/pages/AgeCheckPage.tsx";
import { AgePage } from "../../components/pages/AgePage.tsx";
import { AgeRefusedPage } from "../../components/pages/AgeRefusedPage.tsx";
import { ChoicesPage } from "../../components/pages/choices/ChoicesPage.tsx";
import { ConsentPage } from "../../components/pages/ConsentPage.tsx";
import { ContactPage } from "../../components/pages/ContactPage.tsx";
import { ContactSentPage } from "../../components/pages/ContactSentPage.tsx";
import { FaultWordsPage } from "../../components/pages/FaultWordsPage.tsx";
import { HomePage } from "../../components/pages/HomePage.tsx";
import { InboxPage } from "../../components/pages/InboxPage.tsx";
import { TopicsPage } from "../../components/pages/inbox/TopicsPage.tsx";
import { LanguagePage } from "../../components/pages/LanguagePage.tsx";
import { PolicyCookiesPage } from "../../components/pages/PolicyCookiesPage.tsx";
import { PolicyPage } from "../../components/pages/PolicyPage.tsx";
import { SafetyPage } from "../../components/pages/SafetyPage.tsx";
import type { CameraTrouble } from "../../components/talk/TalkReady.tsx";
import { TalkCall } from "../../components/talk/TalkCall.tsx";
import { TalkEnded } from "../../components/talk/TalkEnded.tsx";
import { TalkFrame } from "../../components/talk/TalkFrame.tsx";
import { TalkInterrupted } from "../../components/talk/TalkInterrupted.tsx";
import { TalkReady } from "../../components/talk/TalkReady.tsx";
import { TalkSearching } from "../../components/talk/TalkSearching.tsx";
import {
  type ShownReport,
  TalkReported,
} from "../../components/talk/TalkReported.tsx";
import { Timeline } from "../../components/Timeline.tsx";
import type { EndReason, TalkState } from "../../lib/client/mod.ts";
import type { ChangedSection, PolicyDocument } from "../../lib/consent/mod.ts";
import { COOKIES } from "../../lib/http/mod.ts";
import type { NoticeView } from "../../lib/notices/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";
import { ACCOUNT_PAGES } from "./account_specimens.tsx";

/** A component as it may be met, by what is special about it. */
export type Specimens = Record<string, (t: Translate) => VNode>;

/** A text of every kind of block, in brackets like all text of the tests. */
export const DOCUMENT: PolicyDocument = {
  slug: "rules",
  version: 7,
  title: "[title]",
  inForceSince: "2026-11-23",
  summary: ["[one]", "[two]", "[three]", "[four]", "[five]"],
  body: [{
    id: "first",
    title: "[section]",
    blocks: [
      { kind: "text", text: "[text]" },
      { kind: "list", items: ["[item]"] },
      {
        kind: "table",
        caption: "[caption]",
        columns: ["[what]", "[why]"],
        rows: [["[name]", "[reason]"]],
      },
    ],
  }],
};

const CHANGES: readonly ChangedSection[] = [{
  id: "first",
  title: [{ text: "[section]", change: "same" }],
  changed: true,
  lines: [[{ text: "[new]", change: "added" }, {
    text: "[old]",
    change: "removed",
  }]],
}];

const texts = { rules: DOCUMENT, policy: DOCUMENT };

const NOTICE: NoticeView = {
  id: "1",
  title: "[title]",
  lead: "[lead]",
  text: ["[text]", "[more]"],
  link: { to: "/contact", label: "[link]" },
  day: "2026-11-23",
  unread: true,
};

const inbox = {
  locale: "en",
  list: [NOTICE, { ...NOTICE, id: "2", unread: false, link: null }],
  page: 2,
  more: true,
};

const contact = {
  answerable: true,
  form: "0",
  ticket: null,
  inbox: false,
  values: {},
  errors: {},
};

export const PAGES: Specimens = {
  ...ACCOUNT_PAGES,
  home: (t) => <HomePage t={t} />,
  safety: (t) => <SafetyPage t={t} />,
  accessibility: (t) => <AccessibilityPage t={t} />,
  "language with errors": (t) => (
    <LanguagePage
      t={t}
      locale="en"
      languages={[{ tag: "en", name: "[English]" }, { tag: "xx", name: "[X]" }]}
      errors={{ language: "[choose]" }}
    />
  ),
  age: (t) => <AgePage t={t} />,
  "age with errors": (t) => (
    <AgePage
      t={t}
      values={{ day: "41", month: "2", year: "90" }}
      errors={{ day: "[bad day]", year: "[bad year]" }}
    />
  ),
  "age check": (t) => <AgeCheckPage t={t} url="/age" possible />,
  "age check, provider away": (t) => <AgeCheckPage t={t} url={null} possible />,
  "age check, no provider": (t) => (
    <AgeCheckPage t={t} url={null} possible={false} />
  ),
  "privacy choices of a visitor": (t) => (
    <ChoicesPage t={t} optedOut={false} gpc={false} choices={null} />
  ),
  "privacy choices of a member": (t) => (
    <ChoicesPage
      t={t}
      optedOut
      gpc
      choices={{ analytics: true, personalisation: false, mail: true }}
    />
  ),
  cookies: (t) => <PolicyCookiesPage t={t} cookies={COOKIES} />,
  "age refused": (t) => <AgeRefusedPage t={t} locale="en" until="2027-11-23" />,
  consent: (t) => <ConsentPage t={t} {...texts} />,
  "consent again, with errors": (t) => (
    <ConsentPage
      t={t}
      {...texts}
      ticked={{ rules: true }}
      errors={{ policy: "[not agreed]" }}
      again={{ rules: CHANGES, policy: CHANGES }}
    />
  ),
  "inbox, empty": (t) => (
    <InboxPage t={t} {...inbox} list={[]} more={false} open={null} />
  ),
  "inbox, a list": (t) => <InboxPage t={t} {...inbox} open={null} />,
  "inbox, a message": (t) => (
    <InboxPage t={t} {...inbox} open={{ ...NOTICE, unread: false }} />
  ),
  "mail topics": (t) => (
    <TopicsPage
      t={t}
      topics={[
        { name: "answers", basis: "contract", wanted: true },
        { name: "policies", basis: "legitimate-interest", wanted: true },
        { name: "news", basis: "consent", wanted: false },
      ]}
      address="[address]"
      saved
    />
  ),
  "mail topics without an address": (t) => (
    <TopicsPage t={t} topics={[]} address={null} saved={false} />
  ),
  contact: (t) => <ContactPage t={t} {...contact} />,
  "contact with errors": (t) => (
    <ContactPage
      t={t}
      {...contact}
      ticket="[number]"
      inbox
      values={{ about: "call", text: "[text]" }}
      errors={{
        about: "[bad topic]",
        text: "[bad text]",
        address: "[bad address]",
        website: "[trap]",
      }}
    />
  ),
  "contact without an answer": (t) => (
    <ContactPage t={t} {...contact} answerable={false} />
  ),
  "contact, sent": (t) => (
    <ContactSentPage t={t} number="[number]" answer="mail" />
  ),
  policy: (t) => <PolicyPage t={t} locale="en" document={DOCUMENT} />,
  ...Object.fromEntries(
    [400, 403, 404, 405, 413, 429, 500, 502, 503].map((status) => [
      `error ${status}`,
      (t: Translate) => (
        <FaultWordsPage
          t={t}
          status={status}
          reference="[number]"
        />
      ),
    ]),
  ),
};

const noop = () => {};

/** Parts that more than one page is made of. */
export const PARTS: Specimens = {
  "timeline": (t) => (
    <Timeline
      words={{
        done: t("step.done"),
        now: t("step.now"),
        ahead: t("step.ahead"),
      }}
      steps={[
        { state: "done", title: "[sent]", detail: <time>12:34 UTC</time> },
        { state: "now", title: "[read]" },
        { state: "ahead", title: "[answered]" },
      ]}
    />
  ),
  "timeline without steps": () => (
    <Timeline steps={[]} words={{ done: "", now: "", ahead: "" }} />
  ),
  "filters": () => <FilterForm {...FILTERS} />,
  "filters that leave something out": () => (
    <FilterForm
      {...FILTERS}
      filters={FILTERS.filters.map((one) => ({ ...one, chosen: "first" }))}
      search={{ ...FILTERS.search, value: "[searched]" }}
    />
  ),
};

const FILTERS = {
  action: "/account",
  filters: ["reason", "state"].map((name) => ({
    name,
    label: `[${name}]`,
    any: "[any]",
    options: [
      { value: "first", label: "[first]" },
      { value: "second", label: "[second]" },
    ],
  })),
  search: { name: "number", label: "[number]" },
  submit: "[filter]",
  clear: "[all]",
};

const SENT = {
  step: "sent",
  reason: "threatened",
  report: "[report]",
  number: "[number]",
  added: false,
  until: 1,
  noted: false,
} as const;

/** What became of a report, by what is special about it. */
const REPORTED: Record<string, ShownReport> = {
  "on its way": { step: "sending", reason: "danger", waits: false },
  "without a connection": { step: "sending", reason: "hate", waits: true },
  "sent": SENT,
  "added to another, and noted": {
    ...SENT,
    ...{ added: true, noted: true, until: null },
  },
  "too fast": { step: "late", waitMs: 60_001 },
  "taken back": { step: "withdrawn" },
  "barred from reporting": { step: "barred" },
  "refused": { step: "failed" },
};

const CAMERAS: readonly ("on" | CameraTrouble)[] = [
  "on",
  "asking",
  "refused",
  "missing",
  "busy",
  "insecure",
];

const REASONS: readonly EndReason[] = [
  "they-left",
  "you-left",
  "interrupted",
  "failed",
  "elsewhere",
];

export function call(t: Translate, state: "matched" | "live"): VNode {
  return (
    <TalkCall
      t={t}
      state={state}
      elapsed={252}
      connection={state === "live" ? "fair" : "connecting"}
      muted
      cameraOff={false}
      theyHide
      chat={{
        left: (text) => ({ characters: 500 - text.length, bytes: 9_000 }),
        messages: [
          { id: 1, from: "them", text: "[theirs]" },
          { id: 2, from: "me", text: "[mine]", failed: true },
          { id: 3, from: "note", text: "[note]" },
        ],
        typing: true,
        onSend: noop,
      }}
      onMute={noop}
      onReport={noop}
      onCamera={noop}
      onNext={noop}
    />
  );
}

export const TALK: Specimens = {
  ...named("talk ready, camera", CAMERAS, (t, camera) =>
    framed(
      t,
      "ready",
      <TalkReady
        t={t}
        camera={camera}
        isFirst
        canFind
        onTryAgain={noop}
        onFind={noop}
      />,
    )),
  "talk searching": (t) =>
    framed(
      t,
      "searching",
      <TalkSearching t={t} waited={14} onStop={noop} />,
    ),
  ...named(
    "talk",
    ["matched", "live"],
    (t, state) => framed(t, state, call(t, state)),
  ),
  ...named("talk ended,", REASONS, (t, reason) =>
    framed(
      t,
      "ended",
      <TalkEnded
        t={t}
        reason={reason}
        talked={278}
        blocking="none"
        onNext={noop}
        onReport={noop}
        onBlock={noop}
      />,
      reason,
    )),
  ...named("talk reported,", Object.keys(REPORTED), (t, name) =>
    framed(
      t,
      "ready",
      <TalkReported
        t={t}
        report={REPORTED[name]}
        onTakeBack={noop}
        onNote={noop}
        onFind={noop}
      />,
    )),
  "talk interrupted": (t) =>
    framed(t, "interrupted", <TalkInterrupted t={t} onStop={noop} />),
};

function framed(
  t: Translate,
  state: TalkState,
  child: VNode,
  reason?: EndReason,
): VNode {
  return <TalkFrame t={t} state={state} reason={reason}>{child}</TalkFrame>;
}

function named<Kind extends string>(
  prefix: string,
  kinds: readonly Kind[],
  make: (t: Translate, kind: Kind) => VNode,
): Specimens {
  return Object.fromEntries(
    kinds.map((kind) => [`${prefix} ${kind}`, (t) => make(t, kind)]),
  );
}

/** Says the key in brackets, so that text of any other origin stands out. */
export const inBrackets: Translate = (key, ..._values) => `[${key}]`;

export function render(make: Specimens[string], t: Translate): string {
  return renderToString(make(t));
}
