import { assert, assertEquals } from "@std/assert";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import {
  answerBan,
  caseView,
  loadCase,
  personName,
  undoDecision,
} from "../../lib/safety/mod.ts";
import { isBarred, noteMark } from "../../lib/standing/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  type TestSafety,
} from "../helpers/safety.ts";

const [HOME, CAFE] = ["a".repeat(64), "c".repeat(64)];

async function use(
  { store, clock }: TestSafety,
  mark: string,
  ...people: AccountId[]
): Promise<void> {
  for (const accountId of people) {
    const done = await store.transact((write) =>
      noteMark(store, write, { accountId, mark, now: clock.now() })
    );
    assert(done.ok);
  }
}

Deno.test("accounts of one browser count as one reporter, whichever came first", async () => {
  await using deps = await openSafety();
  const [ada, ben, cleo] = Array.from({ length: 3 }, newAccountId);
  await use(deps, HOME, ada, ben);
  await use(deps, CAFE, cleo);
  const { case: number, reported: person } = await reported(deps, { by: ada });
  for (const by of [ben, cleo]) await reported(deps, { by, reported: person });
  const { state } = (await loadCase(deps.store, number))!;
  const [first, second, third] = state.open.map(({ reporter }) => reporter);
  assertEquals([first === second, first === third], [true, false]);
});

Deno.test("M15: a decided ban holds by the browser, from its moment until it is taken back", async () => {
  await using deps = await openSafety();
  const barred = () => isBarred(deps.store, HOME, deps.clock.now());
  const { case: number, reported: person } = await reported(deps);
  await use(deps, HOME, person);
  const { decision, by } = await decided(deps, number, { measures: ["ban"] });
  assert(await barred());
  const other = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, other, decision.id, true)).ok);
  assert(await barred());
  assert((await undoDecision(deps, by, decision.id)).ok);
  assertEquals(await barred(), false);
});

Deno.test("M15: a ban that the second person declines bars no browser", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  await use(deps, HOME, person);
  const { decision } = await decided(deps, number, { measures: ["ban"] });
  const other = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, other, decision.id, false)).ok);
  assertEquals(await isBarred(deps.store, HOME, deps.clock.now()), false);
});

Deno.test("a case names the other accounts of the person's browsers, as the staff name people", async () => {
  await using deps = await openSafety();
  const [ada, cleo] = [newAccountId(), newAccountId()];
  const { case: number, reported: person } = await reported(deps);
  await use(deps, HOME, person, ada);
  await use(deps, CAFE, cleo);
  const view = await caseView(deps, number);
  assertEquals(view?.facts.siblings, [personName(ada)]);
  assertEquals(JSON.stringify(view).includes(ada), false);
});
