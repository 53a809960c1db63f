import { assertEquals } from "@std/assert";
import { Alerts, type AlertsProps } from "../../../components/admin/Alerts.tsx";
import {
  OnCall,
  type OnCallView,
} from "../../../components/admin/staff/OnCall.tsx";
import type { ShownAlert } from "../../../lib/http/mod.ts";
import { change, outline } from "../outline.ts";

const AT = Date.UTC(2026, 10, 23, 14, 19, 52);

const DANGER: ShownAlert = {
  ...{ id: "a1", case: "MC-7K3F-Q2ZD", cause: "reported" as const, at: AT },
  ...{ rounds: 1, everybody: false, toldAt: AT, names: ["Noor", "Mei"] },
  path: "/admin/cases/MC-7K3F-Q2ZD",
};

function alerts(changes: Partial<AlertsProps> = {}): string[] {
  return outline((t) => (
    <Alerts t={t} alerts={[DANGER]} nobodyOnCall={false} {...changes} />
  ));
}

Deno.test("an alert says what, which case, when and whom it reached", () => {
  assertEquals(alerts(), [
    "alert:",
    "admin.alert.danger MC-7K3F-Q2ZD, 14:19:52 UTC. admin.alert.told(Noor, Mei)",
    "link admin.alert.open to /admin/cases/MC-7K3F-Q2ZD",
    "form post /admin/alerts/a1/answer",
    "button admin.alert.answer: MC-7K3F-Q2ZD",
  ]);
});

const SAYS: readonly [string, Partial<ShownAlert>, string][] = [
  ["that nobody was told yet", { rounds: 0 }, "admin.alert.untold"],
  ["that nobody is on call", { everybody: true }, "admin.alert.nobody"],
  [
    "that nobody answered in time",
    { everybody: true, rounds: 2 },
    "admin.alert.everybody",
  ],
];

for (const [what, changes, key] of SAYS) {
  Deno.test(`an alert says ${what}`, () => {
    const [, first] = alerts({ alerts: [{ ...DANGER, ...changes }] });
    assertEquals(
      first,
      `admin.alert.danger MC-7K3F-Q2ZD, 14:19:52 UTC. ${key}`,
    );
  });
}

Deno.test("a case that was passed on is named so, and has no link for whoever may not read it", () => {
  const passed = { ...DANGER, cause: "passed_on", path: null } as const;
  const { gone, here } = change(alerts(), alerts({ alerts: [passed] }));
  assertEquals(gone.length - here.length, 1, "the link is gone");
  assertEquals(here[0].split(" ")[0], "admin.alert.passed");
});

Deno.test("a gap stands there while there is no alert, which says it itself", () => {
  assertEquals(alerts({ alerts: [], nobodyOnCall: true }), [
    "admin.alert.gap admin.alert.gapText",
    "link admin.alert.goOnCall to /admin/me#on-call",
  ]);
  assertEquals(alerts({ nobodyOnCall: true }), alerts());
  assertEquals(alerts({ alerts: [] }), []);
});

function onCall(
  changes: Partial<OnCallView> = {},
  errors: Record<string, string> = {},
): string[] {
  const view = { until: null, address: null, pending: null, ...changes };
  return outline((t) => (
    <OnCall t={t} locale="en" onCall={view} typed={{}} errors={errors} />
  ));
}

Deno.test("a shift is ended once it is on, and begun anew", () => {
  const { gone, here } = change(onCall(), onCall({ until: AT }));
  assertEquals(gone, ["admin.onCall.off", "button admin.onCall.begin"]);
  assertEquals(here, [
    "admin.onCall.until 23 Nov, 14:19 UTC",
    "form post /admin/me/on-call/end",
    "button admin.onCall.end",
    "button admin.onCall.extend",
  ]);
});

Deno.test("an address that waits for its code has a field for it", () => {
  const pending = change(onCall(), onCall({ pending: "noor@example.org" }));
  assertEquals(pending.gone, []);
  assertEquals(pending.here.filter((line) => line.startsWith("form")), [
    "form post /admin/me/alert-address/code",
    "form post /admin/me/alert-address/removal",
  ]);
  const given = change(onCall(), onCall({ address: "noor@example.org" }));
  assertEquals(given.gone, ["admin.onCall.noAddress"]);
});
