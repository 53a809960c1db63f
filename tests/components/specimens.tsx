import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { AccessibilityPage } from "../../components/pages/AccessibilityPage.tsx";
import { AgePage } from "../../components/pages/AgePage.tsx";
import { AgeRefusedPage } from "../../components/pages/AgeRefusedPage.tsx";
import { ConsentPage } from "../../components/pages/ConsentPage.tsx";
import { ContactPage } from "../../components/pages/ContactPage.tsx";
import { ContactSentPage } from "../../components/pages/ContactSentPage.tsx";
import { FaultWordsPage } from "../../components/pages/FaultWordsPage.tsx";
import { HomePage } from "../../components/pages/HomePage.tsx";
import { InboxPage } from "../../components/pages/InboxPage.tsx";
import { TopicsPage } from "../../components/pages/inbox/TopicsPage.tsx";
import { LanguagePage } from "../../components/pages/LanguagePage.tsx";
import { PolicyPage } from "../../components/pages/PolicyPage.tsx";
import { SafetyPage } from "../../components/pages/SafetyPage.tsx";
import type { CameraTrouble } from "../../components/talk/TalkReady.tsx";
import { TalkCall } from "../../components/talk/TalkCall.tsx";
import { TalkEnded } from "../../components/talk/TalkEnded.tsx";
import { TalkFrame } from "../../components/talk/TalkFrame.tsx";
import { TalkInterrupted } from "../../components/talk/TalkInterrupted.tsx";
import { TalkReady } from "../../components/talk/TalkReady.tsx";
import { TalkSearching } from "../../components/talk/TalkSearching.tsx";
import type { EndReason, TalkState } from "../../lib/client/mod.ts";
import type { ChangedSection, PolicyDocument } from "../../lib/consent/mod.ts";
import type { NoticeView } from "../../lib/notices/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";

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
      <TalkEnded t={t} reason={reason} talked={278} onNext={noop} />,
      reason,
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
