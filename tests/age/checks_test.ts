import { assert, assertEquals } from "@std/assert";
import {
  type AgeOutcome,
  type AgeProvider,
  ANYWHERE as ENOUGH,
  askCheck,
  beginCheck,
  decideGate,
  dropPass,
  findGate,
  type RegionRule,
  ruleOf,
  settleCheck,
} from "../../lib/age/mod.ts";
import { addPass } from "../../lib/age/checks.ts";
import { ageChecks, agePasses } from "../../lib/age/records.ts";
import { DAY, HOUR, sha256 } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const TODAY = { year: 2026, month: 11, day: 23 };
const ADULT = { year: 1990, month: 5, day: 4 };
const CHECKED = ruleOf("GB");

/** A provider that answers as told, and counts what it is asked. */
class TestProvider implements AgeProvider {
  outcome: AgeOutcome = { state: "pending" };
  asked: unknown[] = [];

  start(check: Parameters<AgeProvider["start"]>[0]) {
    this.asked.push(check);
    const ref = `r${this.asked.length}`;
    return Promise.resolve({ ref, url: `https://age.example/${ref}` });
  }

  ask(ref: string) {
    this.asked.push(ref);
    return Promise.resolve(this.outcome);
  }

  readCallback() {
    return Promise.resolve(null);
  }
}

async function openGate(rule: RegionRule, birth = ADULT) {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const provider = new TestProvider();
  const { token, state } = await decideGate(
    store,
    { birth, today: TODAY, rule },
    clock.now(),
  );
  const browser = sha256(token);
  return {
    ...{ clock, store, provider, browser, state },
    gate: () => findGate(store, token, clock.now()),
    begin: () => beginCheck(store, provider, browser, "https://millo.example"),
    ask: () => askCheck(store, provider, browser, clock.now()),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("whoever has no cookie was told nothing, nor whoever made one up", async () => {
  await using here = await openGate(ENOUGH);
  const { store, clock } = here;
  for (const token of [null, "made-up"]) {
    assertEquals(await findGate(store, token, clock.now()), { state: "none" });
  }
});

Deno.test("one's own word opens the gate for a day, where it is enough", async () => {
  await using here = await openGate(ENOUGH);
  const { browser, clock } = here;
  assertEquals(here.state, "passed");
  assertEquals(await here.gate(), { state: "passed", browser });
  const { items: [pass] } = await here.store.all(agePasses, { limit: 2 });
  assertEquals(pass.value, {
    ...{ browser, method: "self-declared", ref: null, passed: true },
    expiresAt: clock.now() + DAY,
  });
  clock.pass(DAY - 1);
  assertEquals(await here.gate(), { state: "passed", browser });
  clock.pass(1);
  assertEquals(await here.gate(), { state: "none" });
});

Deno.test("a pass that is taken back is gone, and a second time changes nothing", async () => {
  await using here = await openGate(ENOUGH);
  for (const _ of [1, 2]) {
    await dropPass(here.store, here.browser, here.clock.now());
    assertEquals(await here.gate(), { state: "none" });
  }
});

Deno.test("a refusal lasts for a year, whatever the place asks for", async () => {
  for (const rule of [ENOUGH, CHECKED]) {
    await using here = await openGate(rule, { ...ADULT, year: 2015 });
    const { clock } = here;
    const ends = clock.now() + 365 * DAY;
    assertEquals(here.state, "refused");
    assertEquals(await here.gate(), { state: "refused", ends });
    clock.pass(365 * DAY - 1);
    assertEquals(await here.gate(), { state: "refused", ends });
    clock.pass(1);
    assertEquals(await here.gate(), { state: "none" });
  }
});

Deno.test("a check begins with the provider once, and waits at its address", async () => {
  await using here = await openGate(CHECKED);
  const { browser } = here;
  assertEquals(here.state, "pending");
  assertEquals(await here.gate(), { state: "pending", browser, url: null });
  assertEquals([await here.begin(), await here.begin()], [true, true]);
  assertEquals(here.provider.asked, [{
    limit: 18,
    returnTo: "https://millo.example/age/check",
    tellTo: "https://millo.example/hooks/age",
  }]);
  assertEquals(await here.gate(), {
    state: "pending",
    browser,
    url: "https://age.example/r1",
  });
});

Deno.test("without a check none begins, is asked for or is settled", async () => {
  await using here = await openGate(ENOUGH);
  const { store, clock, provider } = here;
  assertEquals(await here.begin(), false);
  await here.ask();
  assertEquals(provider.asked, []);
  const yes = { state: "passed", expiresAt: clock.now() + DAY } as const;
  assertEquals(await settleCheck(store, "r1", yes, clock.now()), false);
});

Deno.test("a check that the provider does not know yet is not asked for, nor settled by our name for it", async () => {
  await using here = await openGate(CHECKED);
  const { store, clock, provider } = here;
  await here.ask();
  assertEquals(provider.asked, []);
  const { items: [check] } = await store.all(ageChecks, { limit: 2 });
  const yes = { state: "passed", expiresAt: clock.now() + DAY } as const;
  assertEquals(
    await settleCheck(store, check.value.ref, yes, clock.now()),
    false,
  );
  assertEquals((await here.gate()).state, "pending");
});

Deno.test("a check becomes what the provider says, once", async () => {
  const outcomes = [
    ["pending", "pending"],
    ["passed", "passed"],
    ["failed", "refused"],
  ] as const;
  for (const [outcome, state] of outcomes) {
    await using here = await openGate(CHECKED);
    const { clock, store, provider } = here;
    await here.begin();
    provider.outcome = outcome === "pending"
      ? { state: outcome }
      : { state: outcome, expiresAt: clock.now() + HOUR };
    await here.ask();
    assertEquals((await here.gate()).state, state);
    const again = await settleCheck(store, "r1", provider.outcome, clock.now());
    assertEquals(again, false, `${outcome} settled twice`);
  }
});

Deno.test("a yes lasts as long as the provider says, a day at most, and one that is over opens nothing", async () => {
  const rows = [
    [HOUR, HOUR],
    [DAY, DAY],
    [9 * DAY, DAY],
    [0, null],
    [-1, null],
  ] as const;
  for (const [given, lasts] of rows) {
    await using here = await openGate(CHECKED);
    const { clock, store, browser } = here;
    await here.begin();
    const expiresAt = clock.now() + given;
    const done = await settleCheck(
      store,
      "r1",
      { state: "passed", expiresAt },
      clock.now(),
    );
    assert(done);
    const { items } = await store.all(agePasses, { limit: 2 });
    assertEquals(
      items.map(({ value }) => value),
      lasts === null ? [] : [{
        ...{ browser, method: "external", ref: "r1", passed: true },
        expiresAt: clock.now() + lasts,
      }],
    );
    assertEquals(
      (await here.gate()).state,
      lasts === null ? "none" : "passed",
    );
  }
});

Deno.test("a browser has one pass at a time", async () => {
  await using here = await openGate(ENOUGH);
  const { store, browser, clock } = here;
  const write = store.write();
  addPass(write, {
    ...{ browser, method: "external", ref: "r9" },
    expiresAt: clock.now() + DAY,
  });
  assertEquals((await write.commit()).ok, false);
});
