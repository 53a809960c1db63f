import { assertEquals } from "@std/assert";
import {
  type Alert,
  alertState,
  alertTeamOf,
  isShownTo,
  mayAnswerFor,
  nextRound,
} from "../../lib/safety/alert_rules.ts";
import { TEAMS } from "../../lib/safety/vocabulary.ts";
import { type Colleague, type Role, ROLE_NAMES } from "../../lib/staff/mod.ts";

function colleague(
  staffId: string,
  roles: readonly Role[],
  onCallUntil: number | null = null,
): Colleague {
  return { staffId, name: staffId, roles, onCallUntil };
}

const ADA = colleague("ada", ["admin"]);
const MEI = colleague("mei", ["moderator"]);
const NOOR = colleague("noor", ["moderator"], 1);
const SANA = colleague("sana", ["child-safety"]);
const TOM = colleague("tom", ["triage"], 1);

function alert(changes: Partial<Alert> = {}): Alert {
  return {
    ...{ id: "0".repeat(26), case: "MC-TEST-TEST", team: "general" },
    ...{ cause: "reported", reason: "danger", by: null, at: 0, rounds: 0 },
    ...{ told: [], everybody: false, toldAt: null, dueAt: 0, openSince: 0 },
    ...{ answeredBy: null, endedAt: null },
    ...changes,
  };
}

function told(changes: Partial<Alert>, all: Colleague[]) {
  const { told, everybody } = nextRound(alert(changes), all);
  return { told: told.map(({ staffId }) => staffId), everybody };
}

Deno.test("who may answer an alert, by role and team", () => {
  const may = Object.fromEntries(TEAMS.map((team) => [
    team,
    ROLE_NAMES.filter((role) => mayAnswerFor([role], team)),
  ]));
  assertEquals(may, {
    general: ["moderator", "admin"],
    child_safety: ["child-safety"],
  });
  assertEquals(mayAnswerFor([], "general"), false);
  assertEquals(alertTeamOf(["child-safety", "moderator"]), "general");
  assertEquals(alertTeamOf(["child-safety"]), "child_safety");
  assertEquals(alertTeamOf(["triage", "privacy"]), null);
});

Deno.test("M39: whoever is on call is told first, and nobody else", () => {
  const all = [ADA, MEI, NOOR, SANA, TOM];
  assertEquals(told({}, all), { told: ["noor"], everybody: false });
});

Deno.test("M39: with nobody on call all who may act are told", () => {
  // Tom's shift does not count: his role answers no alerts.
  assertEquals(told({}, [ADA, MEI, TOM]), {
    told: ["ada", "mei"],
    everybody: true,
  });
});

Deno.test("M39: from the second round on all who may act are told", () => {
  assertEquals(told({ rounds: 1 }, [ADA, MEI, NOOR, TOM]), {
    told: ["ada", "mei", "noor"],
    everybody: true,
  });
});

Deno.test("whoever passes a case on is not told of it, unless they are alone", () => {
  const passed = { cause: "passed_on", by: "noor" } as const;
  assertEquals(told(passed, [NOOR, MEI]).told, ["mei"]);
  assertEquals(told(passed, [NOOR, TOM]).told, ["noor"]);
});

Deno.test("child safety's alerts reach nobody else, whoever is on call", () => {
  const all = [ADA, NOOR, SANA];
  const team = "child_safety";
  assertEquals(told({ team }, all), { told: ["sana"], everybody: true });
  for (const staffId of ["ada", "noor"]) {
    assertEquals(isShownTo(staffId, alert({ team }), all), false);
  }
});

Deno.test("a round has an end, however many there are", () => {
  const many = Array.from(
    { length: 80 },
    (_, n) => colleague(`m${n}`, ["moderator"]),
  );
  assertEquals(told({}, many).told.length, 50);
  assertEquals(told({}, []).told, []);
});

const SHOWN: readonly [string, Partial<Alert>, Colleague[], string[]][] = [
  ["to those on call", {}, [ADA, MEI, NOOR, TOM], ["noor"]],
  ["to all, with nobody on call", {}, [ADA, MEI, TOM], ["ada", "mei"]],
  [
    "to all, once nobody answered in time",
    { everybody: true },
    [ADA, MEI, NOOR, TOM],
    ["ada", "mei", "noor"],
  ],
];

for (const [whom, changes, all, expected] of SHOWN) {
  Deno.test(`M39: an alert stands on the pages ${whom}`, () => {
    const shown = all.filter(({ staffId }) =>
      isShownTo(staffId, alert(changes), all)
    );
    assertEquals(shown.map(({ staffId }) => staffId), expected);
    assertEquals(isShownTo("gone", alert(changes), all), false);
  });
}

Deno.test("where an alert stands", () => {
  const states = [
    alert(),
    alert({ rounds: 1 }),
    alert({ rounds: 5, dueAt: null }),
    alert({ rounds: 1, openSince: null, answeredBy: "ada", endedAt: 1 }),
    alert({ rounds: 1, openSince: null, endedAt: 1 }),
  ].map(alertState);
  assertEquals(states, ["waiting", "sent", "unanswered", "answered", "over"]);
});
