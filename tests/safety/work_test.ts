import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { DAY, HOUR, MINUTE } from "../../lib/kernel/mod.ts";
import {
  addCaseNote,
  askSecond,
  type CaseFilter,
  claimCase,
  claimOn,
  escalate,
  LEASE,
  listCases,
  nextCase,
  putOff,
} from "../../lib/safety/mod.ts";
import { caseNotes } from "../../lib/safety/records.ts";
import type { Actor } from "../../lib/staff/mod.ts";
import {
  actorFor,
  caseValue,
  decided,
  openSafety,
  reported,
  type TestSafety,
} from "../helpers/safety.ts";

/** One who has taken a case that was just reported. */
async function withCase(deps: TestSafety) {
  const filed = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.claim");
  assert((await claimCase(deps, actor, filed.case)).ok);
  return { ...filed, number: filed.case, actor };
}

async function actionsIn({ store }: TestSafety): Promise<string[]> {
  const entries = await Array.fromAsync(store.each(auditEntries));
  return entries.map(({ value }) => value.action);
}

async function numbersIn(
  deps: TestSafety,
  view: CaseFilter["view"],
  changes: Partial<CaseFilter> & { staffId?: string } = {},
): Promise<string[]> {
  const { staffId = "", ...filter } = changes;
  const { rows } = await listCases(
    deps.store,
    "general",
    { view, reason: null, ...filter },
    { now: deps.clock.now(), staffId, cursor: null },
  );
  return rows.map(({ number }) => number);
}

/** Everything that passes a case on, as one who has it does it. */
const WAYS: Record<
  string,
  (
    deps: TestSafety,
    actor: Actor<"case.claim">,
    number: string,
  ) => Promise<{ ok: boolean; refusal?: unknown }>
> = {
  "case.snooze": (deps, actor, number) =>
    putOff(deps, actor, number, deps.clock.now() + HOUR),
  "case.second": askSecond,
  "case.escalate": escalate,
};

for (const [action, pass] of Object.entries(WAYS)) {
  Deno.test(`${action}: the case leaves whoever has it, and the log says so`, async () => {
    await using deps = await openSafety();
    const { number, actor } = await withCase(deps);
    assertEquals((await pass(deps, actor, number)).ok, true);
    assertEquals(await claimOn(deps.store, number, deps.clock.now()), null);
    assertEquals((await actionsIn(deps)).includes(action), true);
    assertEquals(await pass(deps, actor, number), {
      ok: false,
      refusal: "lapsed",
    });
  });

  Deno.test(`${action}: whoever has it no longer, or never had it, passes nothing on`, async () => {
    await using deps = await openSafety();
    const { number, actor } = await withCase(deps);
    const other = await actorFor(deps, ["moderator"], "case.claim");
    const lapsed = { ok: false, refusal: "lapsed" };
    assertEquals(await pass(deps, other, number), lapsed);
    deps.clock.pass(LEASE);
    assertEquals(await pass(deps, actor, number), lapsed);
    assertEquals(await pass(deps, actor, "MC-0000-0000"), {
      ok: false,
      refusal: "unknown",
    });
  });

  Deno.test(`${action}: a case of child safety is unknown to a moderator`, async () => {
    await using deps = await openSafety();
    const { case: number } = await reported(deps, { reason: "under_18" });
    const actor = await actorFor(deps, ["moderator"], "case.claim");
    assertEquals(await pass(deps, actor, number), {
      ok: false,
      refusal: "unknown",
    });
  });
}

Deno.test("a case is put off for a day at most, and comes back by the clock", async () => {
  await using deps = await openSafety();
  const { number, actor } = await withCase(deps);
  const { clock } = deps;
  assert((await putOff(deps, actor, number, clock.now() + 9 * DAY)).ok);
  assertEquals((await caseValue(deps, number)).snoozedUntil, clock.now() + DAY);
  assertEquals(await numbersIn(deps, "later"), [number]);
  assertEquals(await numbersIn(deps, "all"), []);
  clock.pass(DAY - 1);
  assertEquals(await numbersIn(deps, "all"), []);
  clock.pass(1);
  assertEquals(await numbersIn(deps, "all"), [number]);
  assertEquals(await numbersIn(deps, "later"), []);
});

Deno.test("a case that waits for somebody else's opinion has a view of its own", async () => {
  await using deps = await openSafety();
  const { number, actor } = await withCase(deps);
  const { case: other } = await reported(deps);
  assertEquals(await numbersIn(deps, "second"), []);
  assert((await askSecond(deps, actor, number)).ok);
  assertEquals(await numbersIn(deps, "second"), [number]);
  assertEquals((await numbersIn(deps, "all")).sort(), [number, other].sort());
});

Deno.test("one's own cases are those one has now", async () => {
  await using deps = await openSafety();
  const { number, actor } = await withCase(deps);
  await reported(deps);
  const { staffId } = actor;
  assertEquals(await numbersIn(deps, "mine", { staffId }), [number]);
  assertEquals(await numbersIn(deps, "mine", { staffId: "x" }), []);
  deps.clock.pass(LEASE);
  assertEquals(await numbersIn(deps, "mine", { staffId }), []);
});

Deno.test("a list is of one reason, of what is late, or of what is closed", async () => {
  await using deps = await openSafety();
  const { case: fraud } = await reported(deps, { reason: "fraud" });
  const { case: nudity } = await reported(deps, { reason: "nudity" });
  assertEquals(await numbersIn(deps, "all", { reason: "fraud" }), [fraud]);
  assertEquals(await numbersIn(deps, "all", { reason: "hate" }), []);
  assertEquals(await numbersIn(deps, "late"), []);
  const { dueAt } = await caseValue(deps, nudity);
  deps.clock.at = dueAt! + 1;
  assertEquals((await numbersIn(deps, "late")).includes(nudity), true);
  await decided(deps, fraud);
  assertEquals(await numbersIn(deps, "closed"), [fraud]);
  assertEquals(await numbersIn(deps, "all"), [nudity]);
});

Deno.test("the next case is the most urgent that nobody else has, and not the same again", async () => {
  await using deps = await openSafety();
  const { number: held, actor } = await withCase(deps);
  const { case: free } = await reported(deps, { reason: "other" });
  const next = (staffId: string, after: string | null = null) =>
    nextCase(deps.store, "general", { now: deps.clock.now(), staffId, after });
  assertEquals(await next("somebody else"), free);
  assertEquals(await next("somebody else", free), null);
  assertEquals(await next(actor.staffId), held, "one's own counts as free");
  assertEquals(await next(actor.staffId, held), free);
});

Deno.test("a note lies with the case or the person, by whom and when, and needs no lease", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.claim");
  for (const aboutPerson of [false, true]) {
    deps.clock.pass(MINUTE);
    const note = { number, text: `about ${aboutPerson}`, aboutPerson };
    assert((await addCaseNote(deps, actor, note)).ok);
  }
  const { items } = await deps.store.all(caseNotes, { limit: 9 });
  const notes = items.map(({ value: { id: _, ...note } }) => note)
    .sort((one, other) => one.at - other.at);
  const by = { case: number, reported: person, staff: actor.staffId };
  assertEquals(notes, [
    {
      ...{ ...by, aboutPerson: false, text: "about false" },
      at: deps.clock.now() - MINUTE,
    },
    { ...by, aboutPerson: true, text: "about true", at: deps.clock.now() },
  ]);
  const entries = await Array.fromAsync(deps.store.each(auditEntries));
  const log = JSON.stringify(entries.map(({ value }) => value));
  assertEquals(log.includes("about"), false, "no word of it is in the log");
  const unknown = { number: "MC-0000-0000", text: "x", aboutPerson: false };
  assertEquals(await addCaseNote(deps, actor, unknown), {
    ok: false,
    refusal: "unknown",
  });
});
