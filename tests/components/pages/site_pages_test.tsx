import { assertEquals } from "@std/assert";
import { AgeCheckPage } from "../../../components/pages/AgeCheckPage.tsx";
import { AgePage } from "../../../components/pages/AgePage.tsx";
import { AgeRefusedPage } from "../../../components/pages/AgeRefusedPage.tsx";
import { ChoicesPage } from "../../../components/pages/choices/ChoicesPage.tsx";
import { ConsentPage } from "../../../components/pages/ConsentPage.tsx";
import { ContactPage } from "../../../components/pages/ContactPage.tsx";
import { ContactSentPage } from "../../../components/pages/ContactSentPage.tsx";
import { FaultWordsPage } from "../../../components/pages/FaultWordsPage.tsx";
import { InboxPage } from "../../../components/pages/InboxPage.tsx";
import { TopicsPage } from "../../../components/pages/inbox/TopicsPage.tsx";
import { LanguagePage } from "../../../components/pages/LanguagePage.tsx";
import { ReportPage } from "../../../components/pages/report/ReportPage.tsx";
import type { ChangedSection } from "../../../lib/consent/mod.ts";
import type { RefusalReason } from "../../../lib/i18n/mod.ts";
import type { NoticeView } from "../../../lib/notices/mod.ts";
import { change, outline } from "../outline.ts";
import { DOCUMENT } from "../specimens.tsx";

type PropsOf<C> = C extends (props: infer P) => unknown ? Partial<P> : never;

function age(changes: PropsOf<typeof AgePage> = {}): string[] {
  return outline((t) => <AgePage t={t} {...changes} />);
}

Deno.test("the gate asks for a birth date in three fields, and says why on demand", () => {
  assertEquals(age(), [
    "h1 age.title",
    "age.lead",
    "form post /age",
    "group age.legend",
    "input age.field.day, required",
    "input age.field.month, required",
    "input age.field.year, required; age.yearHint",
    "age.yearHint",
    "button age.submit",
    "fold age.why.title",
    "age.why.text",
  ]);
});

Deno.test("each wrong part of a date is named at its own field, and what was typed stays", () => {
  const values = { day: "41", month: "2", year: "90" };
  for (const [id, value] of Object.entries(values)) {
    const field = `input age.field.${id} “${value}”, required`;
    const hint = id === "year" ? "; age.yearHint" : "";
    assertEquals(
      change(age({ values }), age({ values, errors: { [id]: "[wrong]" } })),
      {
        gone: [field + hint],
        here: [
          "alert:",
          "form.errors(1)",
          `link [wrong] to #${id}`,
          `${field}, autofocus, invalid; [wrong]${hint}`,
          "[wrong]",
        ],
      },
      id,
    );
  }
});

Deno.test("an age check leads to who does it, waits for them, or says that there is nobody", () => {
  const check = (changes: PropsOf<typeof AgeCheckPage> = {}) =>
    outline((t) => (
      <AgeCheckPage t={t} url="https://age.example/x" possible {...changes} />
    ));
  assertEquals(check(), [
    "h1 check.title",
    "check.ready.lead",
    "link check.go to https://age.example/x",
    "form post /age/check",
    "button check.again",
    "check.what",
  ]);
  assertEquals(change(check(), check({ url: null })), {
    gone: ["check.ready.lead", "link check.go to https://age.example/x"],
    here: ["check.away.lead"],
  });
  assertEquals(change(check(), check({ url: null, possible: false })), {
    gone: [
      "check.ready.lead",
      "link check.go to https://age.example/x",
      "form post /age/check",
      "button check.again",
    ],
    here: ["check.none.lead"],
  });
});

Deno.test("a refusal says what is kept until when, whom to write to and who helps", () => {
  assertEquals(
    outline((t) => <AgeRefusedPage t={t} locale="en" until="2027-11-23" />),
    [
      "h1 refused.title",
      "refused.lead",
      "refused.kept.yes:",
      "refused.kept.yesText",
      "refused.kept.no:",
      "refused.kept.noText",
      "refused.kept.until:",
      "23 November 2027",
      "h2 refused.help.title",
      "refused.help.text",
      "link refused.help.action to mailto:millohelpdesk@gmail.com",
      "h2 refused.worry.title",
      "refused.worry.text refused.worry.link",
      "link refused.worry.link to https://childhelplineinternational.org/helplines/",
    ],
  );
});

const texts = { rules: DOCUMENT, policy: DOCUMENT };

function consent(changes: PropsOf<typeof ConsentPage> = {}): string[] {
  return outline((t) => <ConsentPage t={t} {...texts} {...changes} />);
}

Deno.test("two texts are agreed to by their versions, and three choices are free", () => {
  assertEquals(consent(), [
    "form post /consent",
    "h1 consent.title",
    "consent.lead",
    "checkbox consent.rules.agree rules=7, required",
    "fold consent.rules.summary(7)",
    "[one]",
    "[two]",
    "[three]",
    "[four]",
    "[five]",
    "link consent.rules.read to /rules",
    "checkbox consent.policy.agree policy=7, required",
    "fold consent.policy.summary(7)",
    "[one]",
    "[two]",
    "[three]",
    "[four]",
    "[five]",
    "link consent.policy.read to /policies/privacy",
    "group consent.choices.title",
    "consent.choices.text",
    "checkbox choice.analytics.label choice.analytics.hint analytics=yes",
    "checkbox choice.personalisation.label choice.personalisation.hint personalisation=yes",
    "checkbox choice.mail.label choice.mail.hint mail=yes",
    "button consent.submit",
    "button consent.leave",
  ]);
});

Deno.test("a form that comes back keeps what was ticked, and names what was not", () => {
  assertEquals(
    change(
      consent(),
      consent({
        action: "/consent?to=/account",
        ticked: { rules: true, mail: true },
        errors: { policy: "[not agreed]" },
      }),
    ),
    {
      gone: [
        "form post /consent",
        "checkbox consent.rules.agree rules=7, required",
        "checkbox consent.policy.agree policy=7, required",
        "checkbox choice.mail.label choice.mail.hint mail=yes",
      ],
      here: [
        "form post /consent?to=/account",
        "alert:",
        "form.errors(1)",
        "link [not agreed] to #policy",
        "checkbox consent.rules.agree rules=7, checked, required",
        "checkbox consent.policy.agree policy=7, required, autofocus, invalid; [not agreed]",
        "[not agreed]",
        "checkbox choice.mail.label choice.mail.hint mail=yes, checked",
      ],
    },
  );
});

Deno.test("a text that changed is shown by what is new, and the choices are not asked again", () => {
  const changes: ChangedSection[] = [{
    id: "first",
    title: [{ text: "[section]", change: "same" }],
    changed: true,
    lines: [[{ text: "[new]", change: "added" }]],
  }];
  assertEquals(
    change(consent(), consent({ again: { rules: changes } })),
    {
      gone: [
        "h1 consent.title",
        "consent.lead",
        "checkbox consent.policy.agree policy=7, required",
        "fold consent.policy.summary(7)",
        "[one]",
        "[two]",
        "[three]",
        "[four]",
        "[five]",
        "link consent.policy.read to /policies/privacy",
        "group consent.choices.title",
        "consent.choices.text",
        "checkbox choice.analytics.label choice.analytics.hint analytics=yes",
        "checkbox choice.personalisation.label choice.personalisation.hint personalisation=yes",
        "checkbox choice.mail.label choice.mail.hint mail=yes",
        "button consent.leave",
      ],
      here: [
        "h1 consent.again.title",
        "consent.again",
        "fold consent.rules.changes(7)",
        "policy.changes.marks policy.changes.added policy.changes.removed",
        "h3 [section]",
        "[new]",
        "link consent.later to /",
      ],
    },
  );
});

function choices(changes: PropsOf<typeof ChoicesPage> = {}): string[] {
  return outline((t) => (
    <ChoicesPage
      t={t}
      optedOut={false}
      gpc={false}
      choices={null}
      {...changes}
    />
  ));
}

Deno.test("whoever has no account can say never to a sale, and has no other choices", () => {
  assertEquals(choices(), [
    "h1 choice.title",
    "choice.lead",
    "h2 choice.sale.title",
    "choice.sale.text",
    "form post /privacy-choices",
    "button choice.sale.act sends sale=never",
    "choice.sale.gpc",
    "h2 choice.optional.title",
    "choice.optional.nobody",
  ]);
  assertEquals(change(choices(), choices({ optedOut: true })), {
    gone: [
      "form post /privacy-choices",
      "button choice.sale.act sends sale=never",
    ],
    here: ["status:", "choice.sale.done"],
  });
  assertEquals(change(choices(), choices({ optedOut: true, gpc: true })), {
    gone: [
      "form post /privacy-choices",
      "button choice.sale.act sends sale=never",
    ],
    here: ["status:", "choice.sale.byGpc"],
  });
});

Deno.test("each choice of a member is said to be on or off, and turned with one press", () => {
  const off = { analytics: false, personalisation: false, mail: false };
  assertEquals(change(choices(), choices({ choices: off })), {
    gone: ["choice.optional.nobody"],
    here: [
      "choice.optional.text",
      "h3 choice.analytics.label",
      "choice.analytics.hint",
      "choice.off",
      "form post /privacy-choices",
      "sends purpose=analytics",
      "button choice.turnOn: choice.analytics.label sends choice=given",
      "h3 choice.personalisation.label",
      "choice.personalisation.hint",
      "choice.off",
      "form post /privacy-choices",
      "sends purpose=personalisation",
      "button choice.turnOn: choice.personalisation.label sends choice=given",
      "h3 choice.mail.label",
      "choice.mail.hint",
      "choice.off",
      "form post /privacy-choices",
      "sends purpose=mail",
      "button choice.turnOn: choice.mail.label sends choice=given",
    ],
  });
  assertEquals(
    change(
      choices({ choices: off }),
      choices({ choices: { ...off, mail: true } }),
    ),
    {
      gone: [
        "choice.off",
        "button choice.turnOn: choice.mail.label sends choice=given",
      ],
      here: [
        "choice.on",
        "button choice.turnOff: choice.mail.label sends choice=withdrawn",
      ],
    },
  );
});

function contact(changes: PropsOf<typeof ContactPage> = {}): string[] {
  return outline((t) => (
    <ContactPage
      {...{ t, answerable: true, form: "f1", ticket: null, inbox: false }}
      {...{ values: {}, errors: {} }}
      {...changes}
    />
  ));
}

Deno.test("the contact form asks for a subject, a text and where the answer goes", () => {
  assertEquals(contact(), [
    "h1 contact.title",
    "contact.lead",
    "form post /contact",
    "sends form=f1",
    "select contact.about.label, required",
    "option contact.about.choose",
    "option contact.about.call",
    "option contact.about.account",
    "option contact.about.privacy",
    "option contact.about.safety",
    "option contact.about.other",
    "textarea contact.field.text, required; contact.hint.text",
    "contact.hint.text",
    "input contact.field.address, required; contact.hint.address",
    "contact.hint.address",
    "button contact.submit",
    "contact.direct millohelpdesk@gmail.com",
    "link millohelpdesk@gmail.com to mailto:millohelpdesk@gmail.com",
  ]);
});

Deno.test("whoever has an inbox need not give an address", () => {
  assertEquals(change(contact(), contact({ inbox: true })), {
    gone: [
      "input contact.field.address, required; contact.hint.address",
      "contact.hint.address",
    ],
    here: [
      "input contact.field.addressOptional; contact.hint.addressOptional",
      "contact.hint.addressOptional",
    ],
  });
});

Deno.test("a second message names the first one's number", () => {
  assertEquals(change(contact(), contact({ ticket: "T-1" })), {
    gone: [],
    here: ["contact.hint.again(T-1)", "sends ticket=T-1"],
  });
});

Deno.test("each refused field of the contact form keeps what was typed", () => {
  const values = { about: "privacy", text: "Hello", address: "a@" };
  const errors = {
    about: "[choose]",
    text: "[too long]",
    address: "[no address]",
  };
  assertEquals(change(contact(), contact({ values, errors })), {
    gone: [
      "select contact.about.label, required",
      "option contact.about.privacy",
      "textarea contact.field.text, required; contact.hint.text",
      "input contact.field.address, required; contact.hint.address",
    ],
    here: [
      "alert:",
      "form.errors(3)",
      "link [choose] to #about",
      "link [too long] to #text",
      "link [no address] to #address",
      "select contact.about.label, required, autofocus, invalid; [choose]",
      "option contact.about.privacy, chosen",
      "[choose]",
      "textarea contact.field.text “Hello”, required, autofocus, invalid; [too long]; contact.hint.text",
      "[too long]",
      "input contact.field.address “a@”, required, autofocus, invalid; [no address]; contact.hint.address",
      "[no address]",
    ],
  });
});

Deno.test("where no answer can come there is no form, unless something was typed already", () => {
  assertEquals(change(contact(), contact({ answerable: false })), {
    gone: [
      "form post /contact",
      "sends form=f1",
      "select contact.about.label, required",
      "option contact.about.choose",
      "option contact.about.call",
      "option contact.about.account",
      "option contact.about.privacy",
      "option contact.about.safety",
      "option contact.about.other",
      "textarea contact.field.text, required; contact.hint.text",
      "contact.hint.text",
      "input contact.field.address, required; contact.hint.address",
      "contact.hint.address",
      "button contact.submit",
    ],
    here: ["contact.noMail"],
  });
  assertEquals(
    contact({ answerable: false, values: { text: "Hello" } }),
    contact({ values: { text: "Hello" } }),
  );
});

Deno.test("what was sent has a number, and says where the answer comes", () => {
  const sent = (answer: "inbox" | "mail") =>
    outline((t) => <ContactSentPage t={t} number="T-1" answer={answer} />);
  assertEquals(sent("mail"), [
    "h1 contact.sent.title",
    "contact.sent.number:",
    "T-1",
    "contact.sent.mail contact.sent.keep",
    "link contact.again to /contact",
  ]);
  assertEquals(change(sent("mail"), sent("inbox")), {
    gone: ["contact.sent.mail contact.sent.keep"],
    here: ["contact.sent.inbox contact.sent.keep"],
  });
});

const NOTICE: NoticeView = {
  id: "n1",
  title: "[title]",
  lead: "[lead]",
  text: ["[text]", "[more]"],
  link: { to: "/contact", label: "[link]" },
  day: "2026-11-23",
  unread: true,
};

function inbox(changes: PropsOf<typeof InboxPage> = {}): string[] {
  const list = [NOTICE, { ...NOTICE, id: "n2", unread: false }];
  return outline((t) => (
    <InboxPage
      {...{ t, locale: "en", list, page: 1, more: false, open: null }}
      {...changes}
    />
  ));
}

Deno.test("the inbox says which messages are new, and that one is to be chosen", () => {
  assertEquals(inbox(), [
    "h1 inbox.title",
    "menu inbox.label: inbox.new [title] 23 Nov [lead], [title] 23 Nov [lead]",
    "link inbox.mail to /account/notices",
    "inbox.choose",
  ]);
  assertEquals(change(inbox(), inbox({ list: [] })), {
    gone: [
      "menu inbox.label: inbox.new [title] 23 Nov [lead], [title] 23 Nov [lead]",
      "inbox.choose",
    ],
    here: ["inbox.empty"],
  });
});

Deno.test("an open message is marked in the list and read beside it", () => {
  assertEquals(change(inbox(), inbox({ open: NOTICE })), {
    gone: [
      "menu inbox.label: inbox.new [title] 23 Nov [lead], [title] 23 Nov [lead]",
      "inbox.choose",
    ],
    here: [
      "menu inbox.label: [inbox.new [title] 23 Nov [lead]], [title] 23 Nov [lead]",
      "h2 [title]",
      "inbox.from(23 November 2026)",
      "[text]",
      "[more]",
      "link [link] to /contact",
    ],
  });
  const plain = { ...NOTICE, link: null };
  assertEquals(
    change(inbox({ open: NOTICE }), inbox({ open: plain })),
    { gone: ["link [link] to /contact"], here: [] },
  );
});

Deno.test("later and earlier messages are one press away where there are any", () => {
  assertEquals(change(inbox(), inbox({ more: true })), {
    gone: [],
    here: ["menu inbox.pages: inbox.earlier"],
  });
  assertEquals(change(inbox(), inbox({ page: 3, more: true })), {
    gone: [],
    here: ["menu inbox.pages: inbox.later, inbox.earlier"],
  });
  assertEquals(change(inbox(), inbox({ page: 3 })), {
    gone: [],
    here: ["menu inbox.pages: inbox.later"],
  });
});

function topics(changes: PropsOf<typeof TopicsPage> = {}): string[] {
  return outline((t) => (
    <TopicsPage
      t={t}
      topics={[
        { name: "answers", basis: "contract", wanted: true },
        { name: "news", basis: "consent", wanted: false },
      ]}
      address="a@example.org"
      saved={false}
      {...changes}
    />
  ));
}

Deno.test("topics of mail are boxes, each with why we may send it", () => {
  assertEquals(topics(), [
    "h1 topics.title",
    "topics.lead",
    "form post /account/notices",
    "group topics.legend(a@example.org)",
    "checkbox topics.answers.label topics.answers.hint topics.basis.contract answers=on, checked",
    "checkbox choice.mail.label choice.mail.hint topics.basis.consent news=on",
    "button topics.submit",
    "topics.always",
    "link topics.back to /account/inbox",
  ]);
  assertEquals(change(topics(), topics({ saved: true })), {
    gone: [],
    here: ["status:", "topics.saved"],
  });
});

Deno.test("without an address there is nothing to choose, and a way to add one", () => {
  assertEquals(change(topics(), topics({ address: null })), {
    gone: [
      "form post /account/notices",
      "group topics.legend(a@example.org)",
      "checkbox topics.answers.label topics.answers.hint topics.basis.contract answers=on, checked",
      "checkbox choice.mail.label choice.mail.hint topics.basis.consent news=on",
      "button topics.submit",
    ],
    here: ["topics.noAddress", "link account.contact.add to /account/contact"],
  });
});

Deno.test("a language is chosen from those that are offered, and leads back", () => {
  const language = (changes: PropsOf<typeof LanguagePage> = {}) =>
    outline((t) => (
      <LanguagePage
        t={t}
        locale="en"
        languages={[
          { tag: "en", name: "English" },
          { tag: "en-US", name: "American English" },
        ]}
        back="/rules"
        {...changes}
      />
    ));
  assertEquals(language(), [
    "h1 language.title",
    "language.lead",
    "form post /language",
    "group language.label",
    "radio English language=en, checked",
    "radio American English language=en-US",
    "sends back=/rules",
    "button language.submit",
  ]);
  assertEquals(change(language(), language({ locale: "en-US" })), {
    gone: [
      "radio English language=en, checked",
      "radio American English language=en-US",
    ],
    here: [
      "radio English language=en",
      "radio American English language=en-US, checked",
    ],
  });
  assertEquals(
    change(language(), language({ errors: { language: "[choose]" } })),
    {
      gone: [],
      here: [
        "alert:",
        "form.errors(1)",
        "link [choose] to #language",
        "[choose]",
      ],
    },
  );
});

function report(changes: PropsOf<typeof ReportPage> = {}): string[] {
  return outline((t) => (
    <ReportPage
      {...{ t, call: "c1", hasEvidence: true, values: {}, errors: {} }}
      {...changes}
    />
  ));
}

Deno.test("each reason of a report is a button that sends it, with words if there are any", () => {
  assertEquals(report(), [
    "h1 report.title",
    "report.lead",
    "form post /talk/calls/c1/report",
    "fold report.add",
    "textarea report.words; report.wordsHint",
    "report.wordsHint",
    "checkbox report.text report.textHint text=1",
    "button report.reason.under_18 sends reason=under_18",
    "button report.reason.danger sends reason=danger",
    "button report.reason.threatened sends reason=threatened",
    "button report.reason.nudity sends reason=nudity",
    "button report.reason.threat sends reason=threat",
    "button report.reason.hate sends reason=hate",
    "button report.reason.recording sends reason=recording",
    "button report.reason.fraud sends reason=fraud",
    "button report.reason.other sends reason=other",
    "report.emergency",
  ]);
});

Deno.test("text that is gone is not offered, and refused words stay", () => {
  assertEquals(
    change(
      report(),
      report({
        hasEvidence: false,
        values: { words: "Undressed." },
        errors: { words: "[too long]" },
      }),
    ),
    {
      gone: [
        "textarea report.words; report.wordsHint",
        "checkbox report.text report.textHint text=1",
      ],
      here: [
        "alert:",
        "form.errors(1)",
        "link [too long] to #words",
        "textarea report.words “Undressed.”, autofocus, invalid; [too long]; report.wordsHint",
        "[too long]",
      ],
    },
  );
});

const WAYS_OUT: Record<RefusalReason, string> = {
  age: "/",
  barred: "/contact",
  gate: "/age",
  lapsed: "/staff",
  manyPasskeys: "/account/keys",
  origin: "/",
  passkey: "/",
  permission: "/admin",
  reporting: "/account/standing",
  restricted: "/account/data",
  signedOut: "/",
  socket: "/talk",
  unproven: "/account/return?to=/account/keys",
};

Deno.test("each refusal leads to where it can be mended", () => {
  const ways = Object.keys(WAYS_OUT).map((reason) => {
    const lines = outline((t) => (
      <FaultWordsPage t={t} status={403} reason={reason as RefusalReason} />
    ));
    const [, , link] = lines;
    return [reason, link.slice(link.lastIndexOf(" to ") + 4)];
  });
  assertEquals(Object.fromEntries(ways), WAYS_OUT);
});

Deno.test("a failure has a number to name to the help desk, a refusal has none", () => {
  const fault = (reference?: string) =>
    outline((t) => <FaultWordsPage t={t} status={500} reference={reference} />);
  assertEquals(fault(), [
    "h1 fault.500.title",
    "fault.500.text",
    "link fault.500.action to /",
    "link fault.mail to mailto:millohelpdesk@gmail.com",
    "fault.status(500)",
  ]);
  assertEquals(change(fault(), fault("R-1")), {
    gone: ["fault.status(500)"],
    here: ["fault.status(500) fault.reference R-1"],
  });
});

Deno.test("who asked too often is told how long to wait", () => {
  const wait = (retryAfter?: number) =>
    outline((t) => (
      <FaultWordsPage t={t} status={429} retryAfter={retryAfter} />
    ));
  for (const seconds of [1, 59, 60, 3_600]) {
    const { here } = change(wait(), wait(seconds));
    assertEquals(here.length, 1, `${seconds} s`);
  }
});
