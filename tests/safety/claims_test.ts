import { assert, assertEquals } from "@std/assert";
import { MINUTE } from "../../lib/kernel/mod.ts";
import {
  answerBan,
  claimAppeal,
  claimCase,
  claimOn,
  decideCase,
  fileAppeal,
  LEASE,
  loadCase,
  releaseCase,
} from "../../lib/safety/mod.ts";
import { decisions } from "../../lib/safety/records.ts";
import { findStaff, noteOwnAccount } from "../../lib/staff/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  ruling,
  sameActor,
} from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

Deno.test("M07: of 100 who take a case at once exactly one has it, and the others see who", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const actors = [];
  for (let n = 0; n < 100; n++) {
    actors.push(await actorFor(deps, ["moderator"], "case.claim"));
  }
  const all = await Promise.all(
    actors.map((actor) => claimCase(deps, actor, number)),
  );
  const won = all.filter(({ ok }) => ok);
  assertEquals(won.length, 1);
  const claim = await claimOn(deps.store, number, deps.clock.now());
  for (const one of all) {
    if (one.ok) continue;
    assert(one.refusal.reason === "taken");
    assertEquals(one.refusal.by, claim?.staff);
  }
});

Deno.test("M08: a lease that nobody renews ends after five minutes, and anybody may take the case", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const [one, two] = [
    await actorFor(deps, ["moderator"], "case.claim"),
    await actorFor(deps, ["moderator"], "case.claim"),
  ];
  assert((await claimCase(deps, one, number)).ok);
  deps.clock.pass(LEASE - 1);
  assertEquals((await claimCase(deps, two, number)).ok, false);
  assert((await claimCase(deps, one, number)).ok, "renewed");
  deps.clock.pass(LEASE - 1);
  assertEquals((await claimCase(deps, two, number)).ok, false);
  deps.clock.pass(1);
  assert((await claimCase(deps, two, number)).ok);
});

Deno.test("M08: acting on a lease that has ended changes nothing", async () => {
  await using deps = await openSafety();
  const { case: number, report } = await reported(deps);
  const one = await actorFor(deps, ["moderator"], "case.decide");
  assert(
    (await claimCase(deps, sameActor(deps, one, "case.claim"), number)).ok,
  );
  deps.clock.pass(LEASE);
  const before = await loadCase(deps.store, number);
  const done = await decideCase(
    deps,
    one,
    ruling({ number, reports: [report] }),
  );
  assertEquals(done, { ok: false, refusal: "lapsed" });
  assertEquals(await Array.fromAsync(deps.store.each(decisions)), []);
  assertEquals((await loadCase(deps.store, number))?.state, before?.state);
});

Deno.test("a case that is given back is anybody's at once", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const [one, two] = [
    await actorFor(deps, ["moderator"], "case.claim"),
    await actorFor(deps, ["triage"], "case.claim"),
  ];
  await claimCase(deps, one, number);
  assertEquals(await releaseCase(deps, two, number), false);
  assertEquals(await releaseCase(deps, one, number), true);
  assert((await claimCase(deps, two, number)).ok);
});

Deno.test("S03: nobody takes a case about an account of their own", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  const { store, clock } = deps;
  const { token } = await addStaff(deps, ["moderator"]);
  const before = (await findStaff(store, token, clock.now()))!;
  await noteOwnAccount(store, before, subjectHashOf(person), clock.now());
  const staff = (await findStaff(store, token, clock.now()))!;
  const actor = sameActor(deps, { staff }, "case.claim");
  assertEquals(await claimCase(deps, actor, number), {
    ok: false,
    refusal: { reason: "own" },
  });
  assert(
    (await claimCase(
      deps,
      sameActor(deps, { staff: before }, "case.claim"),
      (await reported(deps)).case,
    )).ok,
  );
});

Deno.test("S03: nobody judges what an account of their own has reported", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const { case: number, reporter, reported: person } = await reported(deps);
  const { token } = await addStaff(deps, ["moderator"]);
  const known = (await findStaff(store, token, clock.now()))!;
  await noteOwnAccount(store, known, subjectHashOf(reporter), clock.now());
  const staff = (await findStaff(store, token, clock.now()))!;
  const mine = sameActor(deps, { staff }, "case.claim");
  assertEquals(await claimCase(deps, mine, number), {
    ok: false,
    refusal: { reason: "own" },
  });
  const { decision } = await decided(deps, number);
  const filed = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: person, claim: "not_so", words: null },
  });
  assert(filed.ok);
  const answerer = sameActor(deps, { staff }, "appeal.answer");
  const own = { ok: false, refusal: "own" } as const;
  assertEquals(await claimAppeal(deps, answerer, filed.value.id), own);
  assertEquals(
    await claimAppeal(
      deps,
      await actorFor(deps, ["moderator"], "appeal.answer"),
      filed.value.id,
    ),
    { ok: true, value: null },
  );
});

Deno.test("S03: nobody is the second person of a ban that they asked for as a reporter", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const { case: number, reporter } = await reported(deps);
  const { decision } = await decided(deps, number, { measures: ["ban"] });
  const second = await actorFor(deps, ["moderator"], "case.ban");
  const { staff } = second;
  await noteOwnAccount(store, staff, subjectHashOf(reporter), clock.now());
  const facts = {
    ...staff.facts,
    ownAccounts: new Set([subjectHashOf(reporter)]),
  };
  Object.defineProperty(staff, "facts", { value: facts });
  assertEquals(await answerBan(deps, second, decision.id, true), {
    ok: false,
    refusal: "own",
  });
  const other = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, other, decision.id, true)).ok);
});

Deno.test("A12: a moderator cannot take a case of child safety, nor child safety another", async () => {
  await using deps = await openSafety();
  const age = await reported(deps, { reason: "under_18" });
  const nudity = await reported(deps);
  const moderator = await actorFor(deps, ["moderator"], "case.claim");
  const safety = await actorFor(deps, ["child-safety"], "age.read");
  const unknown = { ok: false, refusal: { reason: "unknown" } } as const;
  assertEquals(await claimCase(deps, moderator, age.case), unknown);
  assertEquals(await claimCase(deps, safety, nudity.case), unknown);
  assert((await claimCase(deps, safety, age.case)).ok);
});

Deno.test("a renewed lease is no new event", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const one = await actorFor(deps, ["moderator"], "case.claim");
  await claimCase(deps, one, number);
  const { seq } = (await loadCase(deps.store, number))!.value;
  deps.clock.pass(MINUTE);
  await claimCase(deps, one, number);
  assertEquals((await loadCase(deps.store, number))!.value.seq, seq);
});
