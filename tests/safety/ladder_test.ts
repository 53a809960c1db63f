import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DAY } from "../../lib/kernel/mod.ts";
import {
  isMilder,
  LADDER,
  milderThan,
  stepFor,
  type Strike,
  suggest,
} from "../../lib/safety/ladder.ts";
import { RULES } from "../../lib/safety/rules.ts";
import { RULE_IDS, type Step, STEPS } from "../../lib/safety/vocabulary.ts";

const NOW = 1_800_000_000_000;

function strike(step: Step, daysAgo: number, isVoid = false): Strike {
  const { points, lasts } = LADDER[step].strike!;
  const at = NOW - daysAgo * DAY;
  return {
    decision: `${step}${daysAgo}`,
    step,
    points,
    at,
    until: at + lasts,
    void: isVoid,
  };
}

Deno.test("M11: the points of a breach, its reporters and earlier strikes add up", () => {
  const suggestion = suggest({
    rule: "harm",
    reporters: 3,
    strikes: [
      strike("day_1", 27),
      strike("warn", 75),
      strike("warn", 109),
      strike("warn", 5, true),
    ],
    now: NOW,
  });
  assertEquals(
    suggestion.terms.map(({ what, points }) => [what, points]),
    [
      ["rule", 3],
      ["reporters", 1],
      ["strike", 2],
      ["strike", 1],
      ["strike", 0],
      ["strike", 0],
    ],
  );
  assertEquals([suggestion.points, suggestion.step], [7, "days_30"]);
});

Deno.test("M11: each number of points suggests one step of the ladder", () => {
  const steps = Array.from({ length: 12 }, (_, points) => stepFor(points));
  assertEquals(steps, [
    "dismiss",
    "warn",
    "day_1",
    "day_1",
    "days_7",
    "days_7",
    "days_7",
    "days_30",
    "days_30",
    "days_30",
    "ban",
    "ban",
  ]);
});

Deno.test("M11: a strike counts until its end, and not at it", () => {
  const one = strike("warn", 89);
  const points = (now: number) =>
    suggest({ rule: "owe", reporters: 1, strikes: [one], now }).points;
  assertEquals(points(one.until - 1), 2);
  assertEquals(points(one.until), 1);
});

Deno.test("the sum is what its terms say, and more never suggests less", () => {
  const strikes = fc.array(fc.record({
    step: fc.constantFrom(...STEPS.filter((step) => LADDER[step].strike)),
    daysAgo: fc.integer({ min: 0, max: 400 }),
    isVoid: fc.boolean(),
  }));
  fc.assert(fc.property(
    fc.constantFrom(...RULE_IDS),
    fc.nat(50),
    strikes,
    (rule, reporters, made) => {
      const earlier = made.map((s) => strike(s.step, s.daysAgo, s.isVoid));
      const now = { rule, reporters, strikes: earlier, now: NOW };
      const { terms, points, step } = suggest(now);
      assertEquals(points, terms.reduce((sum, term) => sum + term.points, 0));
      assert(points - RULES[rule].points >= 0);
      const more = suggest({ ...now, reporters: reporters + 3 });
      assert(!isMilder(more.step, step));
      const without = suggest({ ...now, strikes: [] });
      assert(!isMilder(step, without.step));
    },
  ));
});

Deno.test("many reporters alone weigh at most two points", () => {
  const points = [1, 2, 3, 5, 6, 9, 500].map((reporters) =>
    suggest({ rule: "sell", reporters, strikes: [], now: NOW }).points
  );
  assertEquals(points, [1, 1, 2, 2, 3, 3, 3]);
});

Deno.test("each step lasts longer than the one before, and a ban has no end", () => {
  assertEquals(
    STEPS.map((step) => LADDER[step].lasts),
    [null, null, DAY, 7 * DAY, 30 * DAY, null],
  );
  assert(STEPS.every((step, n) => n === 0 || isMilder(STEPS[n - 1], step)));
});

Deno.test("an appeal can make a step any milder one, and nothing a longer one", () => {
  const milder: Record<Step, readonly Step[]> = {
    dismiss: [],
    warn: [],
    day_1: ["warn"],
    days_7: ["warn", "day_1"],
    days_30: ["warn", "day_1", "days_7"],
    ban: ["warn", "day_1", "days_7", "days_30"],
  };
  for (const step of STEPS) assertEquals(milderThan(step), milder[step], step);
});
