import { assertEquals } from "@std/assert";
import { AccountPage } from "../../../../components/pages/account/AccountPage.tsx";
import { ContactPage } from "../../../../components/pages/account/ContactPage.tsx";
import { KeysPage } from "../../../../components/pages/account/KeysPage.tsx";
import { PicturePage } from "../../../../components/pages/account/PicturePage.tsx";
import { ReturnPage } from "../../../../components/pages/account/ReturnPage.tsx";
import { SessionsPage } from "../../../../components/pages/account/SessionsPage.tsx";
import type { AccountId } from "../../../../lib/kernel/mod.ts";
import { change, outline } from "../../outline.ts";

type PropsOf<C> = C extends (props: infer P) => unknown ? Partial<P> : never;

const DAY = Date.UTC(2026, 10, 23);

function account(changes: PropsOf<typeof AccountPage> = {}): string[] {
  return outline((t) => (
    <AccountPage
      {...{ t, languages: ["de", "en"], spoken: [], picture: null }}
      contact={{ address: null, pending: null }}
      wayBack={false}
      values={{ version: "v1", username: "Ada", interests: "chess, tea" }}
      {...changes}
    />
  ));
}

Deno.test("an account shows what is optional, who sees it, and the ways back and out", () => {
  assertEquals(account(), [
    "h1 account.title",
    "menu account.tabs: account.tab.profile, account.tab.data, account.tab.sessions, account.tab.keys, account.tab.history",
    "account.lead",
    "form post /account",
    "sends version=v1",
    "input account.username “Ada”; account.usernameHint",
    "account.usernameHint",
    "account.picture.title",
    "link account.picture.add to /account/picture",
    "account.more.picture",
    "input account.interests “chess, tea”; account.interestsHint",
    "account.interestsHint",
    "group account.languages; account.languagesHint",
    "account.languages",
    "select account.languages.add",
    "option account.languages.add",
    "option Deutsch",
    "option English",
    "button account.languages.addAct sends act=add",
    "account.languagesHint",
    "account.contact.title",
    "link account.contact.add to /account/contact",
    "account.more.contact",
    "button account.save",
    "h2 account.seen.title",
    "account.seen.text",
    "h2 account.wayBack.none.title",
    "account.wayBack.none.text account.wayBack.none.link",
    "link account.wayBack.none.link to /account/keys",
    "h2 account.leave.title",
    "account.leave.text",
    "link account.leave.act to /account/data/erasure",
  ]);
});

Deno.test("what an account has changes what is offered, and nothing else", () => {
  assertEquals(change(account(), account({ picture: "/image" })), {
    gone: ["link account.picture.add to /account/picture"],
    here: [
      "picture account.picture.alt",
      "link account.picture.change to /account/picture",
    ],
  });
  assertEquals(change(account(), account({ wayBack: true })), {
    gone: [
      "h2 account.wayBack.none.title",
      "account.wayBack.none.text account.wayBack.none.link",
      "link account.wayBack.none.link to /account/keys",
    ],
    here: [
      "h2 account.wayBack.saved.title",
      "account.wayBack.saved.text account.wayBack.saved.link",
      "link account.wayBack.saved.link to /account/keys",
    ],
  });
  assertEquals(change(account(), account({ saved: true })), {
    gone: [],
    here: ["status:", "account.saved"],
  });
  assertEquals(change(account(), account({ spoken: ["de"] })), {
    gone: ["option Deutsch"],
    here: ["checkbox Deutsch languages=de, checked"],
  });
  assertEquals(
    change(
      account({ spoken: ["de"] }),
      account({ spoken: ["de"], added: true }),
    ),
    {
      gone: ["select account.languages.add"],
      here: [
        "select account.languages.add, autofocus",
        "status:",
        "account.languages.added",
      ],
    },
  );
});

Deno.test("an address is shown, one that waits for its code is said to", () => {
  const contact = (address: string | null, pending: string | null) =>
    change(account(), account({ contact: { address, pending } }));
  assertEquals(contact("a@example.org", null), {
    gone: ["link account.contact.add to /account/contact"],
    here: [
      "a@example.org",
      "link account.contact.change to /account/contact",
      "link topics.title to /account/notices",
    ],
  });
  assertEquals(contact(null, "b@example.org"), {
    gone: [],
    here: ["account.contact.waiting"],
  });
  assertEquals(contact("a@example.org", "b@example.org"), {
    gone: ["link account.contact.add to /account/contact"],
    here: [
      "a@example.org",
      "account.contact.waiting",
      "link account.contact.change to /account/contact",
      "link topics.title to /account/notices",
    ],
  });
});

Deno.test("each refused field of the profile is named in the summary and at its place", () => {
  for (const id of ["username", "interests"]) {
    const label = `account.${id}`;
    const value = id === "username" ? "Ada" : "chess, tea";
    const hint = `${label}Hint`;
    assertEquals(
      change(account(), account({ errors: { [id]: "[wrong]" } })),
      {
        gone: [`input ${label} “${value}”; ${hint}`],
        here: [
          "alert:",
          "form.errors(1)",
          `link [wrong] to #${id}`,
          `input ${label} “${value}”, autofocus, invalid; [wrong]; ${hint}`,
          "[wrong]",
        ],
      },
      id,
    );
  }
  assertEquals(
    change(account(), account({ errors: { languages: "[wrong]" } })),
    {
      gone: ["group account.languages; account.languagesHint"],
      here: [
        "alert:",
        "form.errors(1)",
        "link [wrong] to #languages",
        "group account.languages; [wrong]; account.languagesHint",
        "[wrong]",
      ],
    },
  );
});

function contact(changes: PropsOf<typeof ContactPage> = {}): string[] {
  return outline((t) => (
    <ContactPage
      t={t}
      contact={{ address: null, pending: null }}
      {...changes}
    />
  ));
}

Deno.test("an address is asked for, then its code, then it can be removed", () => {
  assertEquals(contact(), [
    "link account.back to /account",
    "h1 account.contact.title",
    "account.contact.lead",
    "account.contact.now:",
    "account.contact.none",
    "form post /account/contact",
    "input account.contact.field, required",
    "button account.contact.ask",
  ]);
  const pending = { address: null, pending: "b@example.org" };
  assertEquals(change(contact(), contact({ contact: pending })), {
    gone: [],
    here: [
      "form post /account/contact/code",
      "input account.contact.code, required; account.contact.codeHint(b@example.org)",
      "account.contact.codeHint(b@example.org)",
      "button account.contact.confirm",
      "form post /account/contact/removal",
      "button account.contact.remove",
    ],
  });
  const address = { address: "a@example.org", pending: null };
  assertEquals(change(contact(), contact({ contact: address })), {
    gone: ["account.contact.none"],
    here: [
      "a@example.org",
      "form post /account/contact/removal",
      "button account.contact.remove",
    ],
  });
});

Deno.test("a wrong address comes back as it was typed, a wrong code blank", () => {
  const pending = { address: null, pending: "b@example.org" };
  assertEquals(
    change(
      contact({ contact: pending }),
      contact({
        contact: pending,
        typed: "b@",
        errors: { code: "[wrong code]", address: "[no address]" },
      }),
    ),
    {
      gone: [
        "input account.contact.code, required; account.contact.codeHint(b@example.org)",
        "input account.contact.field, required",
      ],
      here: [
        "alert:",
        "form.errors(2)",
        "link [wrong code] to #code",
        "link [no address] to #address",
        "input account.contact.code, required, autofocus, invalid; [wrong code]; account.contact.codeHint(b@example.org)",
        "[wrong code]",
        "input account.contact.field “b@”, required, autofocus, invalid; [no address]",
        "[no address]",
      ],
    },
  );
});

const KEYS = {
  codeDay: DAY,
  passkeys: [
    { id: "one", createdDay: DAY, usedDay: DAY, backedUp: true },
  ],
};

function keys(changes: PropsOf<typeof KeysPage> = {}): string[] {
  return outline((t) => (
    <KeysPage t={t} locale="en" keys={KEYS} open {...changes} />
  ));
}

Deno.test("a code and passkeys are shown with their days, and can be removed", () => {
  assertEquals(keys(), [
    "h1 account.title",
    "menu account.tabs: account.tab.profile, account.tab.data, account.tab.sessions, account.tab.keys, account.tab.history",
    "account.keys.lead",
    "h2 account.keys.code.title",
    "account.keys.code.made(23 November 2026)",
    "form post /account/keys/code",
    "button account.keys.code.again",
    "button account.keys.removeCode",
    "account.keys.code.replaces",
    "h2 account.keys.passkey.title",
    "account.keys.passkey.used(23 November 2026, 23 November 2026)",
    "form post /account/keys/passkeys/one/removal",
    "button account.keys.remove",
  ]);
});

Deno.test("without fresh proof nothing can be made or removed, and the way to it is shown", () => {
  assertEquals(change(keys(), keys({ open: false })), {
    gone: [
      "form post /account/keys/code",
      "button account.keys.code.again",
      "button account.keys.removeCode",
      "account.keys.code.replaces",
      "form post /account/keys/passkeys/one/removal",
      "button account.keys.remove",
    ],
    here: [
      "account.keys.stale",
      "link account.keys.prove to /account/return?to=/account/keys",
    ],
  });
});

Deno.test("whoever has nothing is offered a code", () => {
  const none = { codeDay: null, passkeys: [] };
  assertEquals(change(keys(), keys({ keys: none })), {
    gone: [
      "account.keys.code.made(23 November 2026)",
      "button account.keys.code.again",
      "button account.keys.removeCode",
      "account.keys.code.replaces",
      "account.keys.passkey.used(23 November 2026, 23 November 2026)",
      "form post /account/keys/passkeys/one/removal",
      "button account.keys.remove",
    ],
    here: [
      "account.keys.code.none",
      "button account.keys.code.act",
      "account.keys.none",
    ],
  });
});

Deno.test("a picture can be chosen, changed and removed, and a refused one says why", () => {
  const picture = (changes: PropsOf<typeof PicturePage> = {}) =>
    outline((t) => <PicturePage t={t} shown={null} {...changes} />);
  assertEquals(picture(), [
    "link account.back to /account",
    "h1 account.picture.title",
    "account.picture.lead",
    "form post /account/picture",
    "file account.picture.field; account.picture.hint",
    "account.picture.hint",
    "button account.picture.act",
  ]);
  assertEquals(change(picture(), picture({ shown: "/image" })), {
    gone: [],
    here: ["picture account.picture.alt", "button account.picture.remove"],
  });
  assertEquals(
    change(picture(), picture({ errors: { picture: "[too large]" } })),
    {
      gone: ["file account.picture.field; account.picture.hint"],
      here: [
        "alert:",
        "form.errors(1)",
        "link [too large] to #picture",
        "file account.picture.field, autofocus, invalid; [too large]; account.picture.hint",
        "[too large]",
      ],
    },
  );
});

Deno.test("coming back and proving anew are one form with two headings", () => {
  const back = (changes: PropsOf<typeof ReturnPage> = {}) =>
    outline((t) => <ReturnPage t={t} proof={false} {...changes} />);
  assertEquals(back(), [
    "h1 account.return.title",
    "account.return.lead",
    "form post /account/return",
    "input account.return.code, required; account.return.codeHint",
    "account.return.codeHint",
    "button account.return.act",
    "link reference.door to /reference",
  ]);
  assertEquals(change(back(), back({ proof: true })), {
    gone: [
      "h1 account.return.title",
      "account.return.lead",
      "link reference.door to /reference",
    ],
    here: ["h1 account.return.prove", "account.return.proveLead"],
  });
  assertEquals(
    change(back(), back({ errors: { recovery: "[wrong]" } })),
    {
      gone: ["input account.return.code, required; account.return.codeHint"],
      here: [
        "alert:",
        "form.errors(1)",
        "link [wrong] to #recovery",
        "input account.return.code, required, autofocus, invalid; [wrong]; account.return.codeHint",
        "[wrong]",
      ],
    },
  );
});

const SESSION = {
  id: "s1",
  current: true,
  createdDay: DAY,
  seenDay: DAY,
  device: {
    id: "d1",
    accountId: "a".repeat(26) as AccountId,
    createdDay: DAY,
    seenDay: DAY,
    family: "mobile",
    os: "Android",
    connection: "4g",
    network: "192.0.2.0/24",
  },
};
const OTHER = { ...SESSION, id: "s2", current: false, device: null };

function sessions(changes: PropsOf<typeof SessionsPage> = {}): string[] {
  return outline((t) => (
    <SessionsPage
      t={t}
      locale="en"
      sessions={[SESSION]}
      keys={KEYS}
      {...changes}
    />
  ));
}

Deno.test("a session shows its device, field by field, and can be ended", () => {
  assertEquals(sessions(), [
    "h1 account.title",
    "menu account.tabs: account.tab.profile, account.tab.data, account.tab.sessions, account.tab.keys, account.tab.history",
    "account.sessions.lead",
    "h2 account.sessions.list",
    "h3 account.sessions.current",
    "account.sessions.seen:",
    "23 November 2026",
    "account.sessions.since:",
    "23 November 2026",
    "account.sessions.device:",
    "mobile",
    "account.sessions.os:",
    "Android",
    "account.sessions.connection:",
    "4g",
    "account.sessions.network:",
    "192.0.2.0/24",
    "account.sessions.identifier:",
    "d1",
    "form post /account/sessions/s1/end",
    "button account.sessions.endCurrent",
    "button account.sessions.forget",
    "form post /account/sessions/end",
    "button account.sessions.all",
    "account.sessions.allText",
    "h2 account.keys.title",
    "h3 account.sessions.passkey",
    "account.keys.passkey.used(23 November 2026, 23 November 2026)",
    "h3 account.keys.code.title",
    "account.sessions.codeMade(23 November 2026)",
    "link account.wayBack.saved.link to /account/keys",
  ]);
});

Deno.test("of several sessions all can be ended at once, and a forgotten device is said so", () => {
  assertEquals(
    change(sessions(), sessions({ sessions: [SESSION, OTHER] })),
    {
      gone: [],
      here: [
        "h3 account.sessions.other",
        "account.sessions.seen:",
        "23 November 2026",
        "account.sessions.since:",
        "23 November 2026",
        "account.sessions.forgotten",
        "form post /account/sessions/s2/end",
        "button account.sessions.end",
      ],
    },
  );
});

Deno.test("whoever has no way back is warned before a session is ended", () => {
  const none = { codeDay: null, passkeys: [] };
  assertEquals(change(sessions(), sessions({ keys: none })), {
    gone: [
      "h3 account.sessions.passkey",
      "account.keys.passkey.used(23 November 2026, 23 November 2026)",
      "h3 account.keys.code.title",
      "account.sessions.codeMade(23 November 2026)",
      "link account.wayBack.saved.link to /account/keys",
    ],
    here: [
      "account.sessions.keyless",
      "link account.wayBack.none.link to /account/keys",
    ],
  });
});
