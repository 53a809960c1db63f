import { assert, assertEquals } from "@std/assert";
import {
  AgeFlagPage,
  type AgeFlagPageProps,
} from "../../../components/admin/age/AgeFlagPage.tsx";
import { AgeFlagsPage } from "../../../components/admin/age/AgeFlagsPage.tsx";
import { DAY, MINUTE } from "../../../lib/kernel/mod.ts";
import {
  type CaseView,
  caseView,
  claimCase,
  listCases,
} from "../../../lib/safety/mod.ts";
import {
  actorFor,
  openSafety,
  reported,
  sameActor,
} from "../../helpers/safety.ts";
import { change, outline } from "../outline.ts";

type Changes = Partial<AgeFlagPageProps>;

/** A flag as the store has it, which Sana has taken. */
async function flagged() {
  await using deps = await openSafety();
  const filed = await reported(deps, { reason: "under_18" });
  const actor = await actorFor(deps, ["child-safety"], "age.decide");
  const read = sameActor(deps, actor, "age.read");
  await claimCase(deps, read, filed.case);
  const now = deps.clock.now();
  const view = (await caseView(deps, filed.case))!;
  const { rows } = await listCases(
    deps.store,
    "child_safety",
    { view: "all", reason: null },
    { now, staffId: actor.staffId, cursor: null },
  );
  return { view, rows, me: actor.staffId, now };
}

const { view: VIEW, rows: ROWS, me: ME, now: NOW } = await flagged();
const NAMES = new Map([[ME, "Sana"]]);
const { number: NUMBER } = VIEW.value;

function stateWith(changes: Partial<CaseView["state"]>): CaseView {
  return { ...VIEW, state: { ...VIEW.state, ...changes } };
}

function page(changes: Changes = {}): string[] {
  const lines = outline((t) => (
    <AgeFlagPage
      {...{ t, locale: "en", now: NOW, view: VIEW, names: NAMES, me: ME }}
      {...{ may: { open: false }, check: null, mayCheck: true, typed: null }}
      person={{ records: 17, provenAt: null }}
      errors={{}}
      {...changes}
    />
  ));
  return lines.map((line) => line.replaceAll(NUMBER, "NUMBER"));
}

const RADIO = "radio admin.age.outcome";

function radios(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(RADIO))
    .map((line) => line.slice(RADIO.length + 1));
}

Deno.test("whoever took a flag chooses one of three, and reads what each does", () => {
  const lines = page();
  assertEquals(radios(lines), [
    "under_18 outcome=under_18, required",
    "check outcome=check, required",
    "adult outcome=adult, required",
  ]);
  for (
    const said of [
      "admin.age.does.erase(17)",
      "admin.age.does.marker",
      "admin.age.does.told",
      "admin.age.does.check",
      "admin.age.does.adult",
      "admin.age.noUndo",
      "flag.lead",
    ]
  ) {
    assert(lines.some((line) => line.includes(said)), said);
  }
  assert(lines.includes("form post /admin/age/NUMBER/decision"));
  assert(lines.includes("form post /admin/age/NUMBER/pass"));
});

Deno.test("without a provider, or with nobody there, no check can be chosen", () => {
  const { here } = change(page(), page({ mayCheck: false }));
  assert(here.includes("admin.age.noProvider"));
  assert(here.some((line) => line.includes("disabled")), here.join());
});

Deno.test("what was chosen and typed comes back, and a check's no is chosen already", () => {
  const typed = { facts: "A uniform.", outcome: "adult" } as const;
  const back = page({ typed });
  assert(radios(back).some((line) => /^adult .*checked/.test(line)));
  const failed = page({ check: { state: "failed", until: NOW } });
  assert(radios(failed).some((line) => /^under_18 .*checked/.test(line)));
  assertEquals(radios(page()).filter((line) => line.includes("checked")), []);
});

Deno.test("how an age check stands is said in each of its states", () => {
  const told = (state: "awaited" | "passed" | "failed" | "over") =>
    change(page(), page({ check: { state, until: NOW + DAY } })).here;
  for (const state of ["awaited", "passed", "failed", "over"] as const) {
    const here = told(state);
    assert(
      here.some((line) => line.includes(`admin.age.check.${state}`)),
      `${state}: ${here.join()}`,
    );
  }
  const proven = page({ person: { records: 1, provenAt: NOW } });
  assert(proven.some((line) => line.includes("admin.age.proven")));
});

Deno.test("a flag that is free is taken, one of a colleague says whose it is, one that is decided is over", () => {
  const free = page({ view: { ...VIEW, claim: null } });
  assertEquals(radios(free), []);
  assert(free.includes("form post /admin/age/NUMBER/claim"));
  assert(!free.includes("form post /admin/age/NUMBER/pass"));
  const other = page({ me: "somebody" });
  assertEquals(radios(other), []);
  assert(other.some((line) => line.includes("Sana")));
  const over = page({ view: stateWith({ open: [] }) });
  assertEquals(radios(over), []);
  assert(over.includes("admin.age.decided"));
});

Deno.test("a decided flag says what was decided, by whom, and whether an erasure is through", () => {
  const decided = (measure: "dismiss" | "under_18", person: string | null) => {
    const event = {
      ...{ kind: "decided", staff: ME, decision: "d", measures: [measure] },
      ...{ reports: [], provisionalUntil: null },
    } as const;
    const at = { case: NUMBER, seq: 9, at: NOW, event: { ...event } };
    const events = [...VIEW.events, at] as CaseView["events"];
    return page({
      view: { ...stateWith({ open: [] }), events, person },
    }).join("\n");
  };
  const dismissed = decided("dismiss", "p_1");
  assert(dismissed.includes("admin.measure.dismiss"));
  assert(dismissed.includes("Sana"));
  assert(!dismissed.includes("admin.age.eras"));
  assert(decided("under_18", null).includes("admin.age.erased"));
  assert(decided("under_18", "p_1").includes("admin.age.erasing"));
});

Deno.test("a flag that was passed on says so, and is decided all the same", () => {
  const passedOn = page({ view: stateWith({ escalated: true }) });
  assertEquals(change(page(), passedOn).here, ["admin.age.passedOn"]);
});

function list(
  { open, waiting }: { open: boolean; waiting: boolean },
): string[] {
  const later = ROWS.map((row) => ({ ...row, snoozedUntil: NOW + 6 * DAY }));
  return outline((t) => (
    <AgeFlagsPage
      {...{ t, now: NOW + MINUTE, names: NAMES, me: ME, next: null }}
      rows={open ? ROWS : []}
      waiting={waiting ? later : []}
    />
  ));
}

Deno.test("flags that wait for a check stand apart, with the time that is left", () => {
  assert(!list({ open: true, waiting: false }).includes("admin.age.none"));
  const none = list({ open: false, waiting: false });
  assert(none.includes("admin.age.none"));
  const both = list({ open: true, waiting: true }).join("\n");
  assert(both.includes("admin.age.waiting"));
  assert(both.includes("admin.age.until"));
  assert(both.indexOf("admin.age.caption") < both.indexOf("admin.age.waiting"));
});
