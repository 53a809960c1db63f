import { assertEquals } from "@std/assert";
import {
  AdminHomePage,
  type AdminHomePageProps,
} from "../../../components/admin/home/AdminHomePage.tsx";
import type { Alert, Case, OwnWork } from "../../../lib/safety/mod.ts";
import { change, outline } from "../outline.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 34);
const MINUTE = 60_000;

const CASE: Case = {
  ...{ number: "MC-7K3F-Q2ZD", reported: null, team: "general", seq: 1 },
  ...{ status: "open", severity: "severe", reason: "nudity", score: 55 },
  ...{ openReports: 2, openAppeals: 0, dueAt: NOW, rank: 1, openedAt: NOW },
  ...{
    snoozedUntil: null,
    secondOpinion: false,
    secondRank: null,
    changedAt: NOW,
  },
};

const NONE = { open: 0, late: 0, next: null, latest: [] };

function home(changes: Partial<AdminHomePageProps> = {}): string[] {
  return outline((t) => (
    <AdminHomePage
      {...{ t, locale: "en", now: NOW, mayTake: false, own: [] }}
      {...{ cases: NONE, appeals: null, ageFlags: null }}
      {...{ onCall: null, today: null, system: null }}
      {...changes}
    />
  ));
}

/** What a page has beside an empty one. */
const more = (changes: Partial<AdminHomePageProps>) =>
  change(home(), home(changes)).here;

Deno.test("nothing that waits is a table with zeros, and for nobody's area a sentence", () => {
  assertEquals(
    home().filter((line) => line.startsWith("row ")),
    [
      "row admin.home.area | admin.home.open | admin.home.late | admin.home.next | admin.home.what",
      "row admin.cases | 0 admin.home.openShort | admin.home.none |  | ",
    ],
  );
  assertEquals(home({ cases: null }).includes("admin.empty"), true);
});

Deno.test("the sum of one's areas stands at the head", () => {
  const cases = { ...NONE, open: 3, late: 1 };
  const ageFlags = { ...NONE, open: 2 };
  assertEquals(
    more({ cases, ageFlags }).includes("admin.home.counts(5, 1)"),
    true,
  );
});

const OWN: readonly [OwnWork, string | null, string[]][] = [
  [
    { what: "case", case: CASE, until: NOW + 5 * MINUTE },
    null,
    ["/admin/cases/MC-7K3F-Q2ZD", "admin.home.own.case()"],
  ],
  [
    { what: "later", case: CASE, until: NOW },
    null,
    ["/admin/cases/MC-7K3F-Q2ZD", "admin.home.own.later()"],
  ],
  [
    {
      what: "ban",
      case: { ...CASE, team: "child_safety" },
      by: "sana",
      until: NOW,
    },
    "Sana",
    ["/admin/age/MC-7K3F-Q2ZD", "admin.home.own.ban(Sana)"],
  ],
  [
    { what: "opinion", case: CASE, by: "mei", until: null },
    "Mei",
    ["/admin/cases/MC-7K3F-Q2ZD", "admin.home.own.opinion(Mei)"],
  ],
];

for (const [work, by, [to, words]] of OWN) {
  Deno.test(`what waits for oneself as ${work.what} leads there and says why`, () => {
    const lines = more({ own: [{ work, by }] });
    assertEquals(lines[0], "h2 admin.home.own");
    assertEquals(lines.some((line) => line.endsWith(`to ${to}`)), true);
    assertEquals(lines.some((line) => line.includes(words)), true);
  });
}

Deno.test("what is late is named, the longest past first", () => {
  const latest = [{ item: CASE, dueAt: NOW - 5 * MINUTE }];
  const flag = {
    ...CASE,
    number: "MC-AAAA-AAAA",
    team: "child_safety" as const,
  };
  const lines = more({
    cases: { ...NONE, open: 1, late: 1, latest },
    ageFlags: {
      ...{ ...NONE, open: 1, late: 1 },
      latest: [{ item: flag, dueAt: NOW - 9 * MINUTE }],
    },
  });
  const links = lines.filter((line) => /^link .* to .*MC-/.test(line));
  assertEquals(links.map((line) => line.split(" to ")[1]), [
    "/admin/age/MC-AAAA-AAAA",
    "/admin/cases/MC-7K3F-Q2ZD",
  ]);
});

const ALERT: Alert = {
  ...{ id: "a", case: CASE.number, team: "general", cause: "reported" },
  ...{ reason: "danger", by: null, at: NOW, rounds: 1, told: [] },
  ...{ everybody: false, toldAt: NOW + 4_000, dueAt: null, openSince: null },
  ...{ answeredBy: "noor", endedAt: NOW + 90_000 },
};

Deno.test("who is on call stands there, and how the last alert went", () => {
  const now = [{ name: "Noor", until: NOW }];
  const lines = more({ onCall: { now, mayAnswer: true, last: ALERT } });
  assertEquals(lines.includes("h2 admin.onCall.title"), true);
  const text = lines.join("\n");
  for (
    const said of [
      "Noor\n, admin.home.until\n23 Nov, 12:34",
      "admin.home.told(4)",
      "admin.home.answered(90)",
      "link admin.home.shift to /admin/me#on-call",
    ]
  ) assertEquals(text.includes(said), true, said);
});

Deno.test("nobody on call is said, and no shift offered to whoever answers no alerts", () => {
  const lines = more({ onCall: { now: [], mayAnswer: false, last: null } });
  const text = lines.join("\n");
  assertEquals(text.includes("admin.home.nobody"), true);
  assertEquals(text.includes("#on-call"), false);
});

const WELL = {
  parts: { store: true, media: true, matcher: true },
  mail: { isSet: true, waitsSince: null },
  failing: [],
  verification: { at: NOW, from: 0, size: 12, took: 1, fault: null },
};

const STATES: readonly [string, object, string][] = [
  ["a job that failed", { failing: ["send mail"] }, "jobFails(send mail)"],
  [
    "a part that is away",
    { parts: { ...WELL.parts, media: false } },
    "admin.home.down",
  ],
  [
    "no mail server",
    { mail: { isSet: false, waitsSince: null } },
    "admin.home.mailUnset",
  ],
  [
    "mail that waits for minutes",
    { mail: { isSet: true, waitsSince: NOW - 6 * MINUTE } },
    "admin.home.mailWaits",
  ],
  [
    "a log that was changed",
    {
      verification: { ...WELL.verification, fault: { index: 7, kind: "hash" } },
    },
    "admin.home.broken(7)",
  ],
  [
    "a log that nobody verified",
    { verification: null },
    "admin.audit.unverified",
  ],
];

for (const [what, changes, words] of STATES) {
  Deno.test(`the state of the system shows ${what}`, () => {
    const well = more({ system: WELL }).join("\n");
    assertEquals(well.includes(words), false);
    const system = { ...WELL, ...changes } as typeof WELL;
    assertEquals(more({ system }).join("\n").includes(words), true);
  });
}

Deno.test("mail that waits for a moment is none that is stuck", () => {
  const mail = { isSet: true, waitsSince: NOW - MINUTE };
  const lines = more({ system: { ...WELL, mail } as never }).join("\n");
  assertEquals(lines.includes("admin.home.mailSent"), true);
});
