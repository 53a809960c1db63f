import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { HOUR, MINUTE } from "../../lib/kernel/mod.ts";
import { type OpenReport, priorityOf } from "../../lib/safety/priority.ts";
import { REASONS } from "../../lib/safety/reasons.ts";
import { REASON_IDS, SEVERITIES } from "../../lib/safety/vocabulary.ts";

const NOW = 1_800_000_000_000;
const NOTHING = { strikes: 0, hints: 0 };

function report(changes: Partial<OpenReport> = {}): OpenReport {
  return {
    reason: "hate",
    at: NOW,
    reporter: "one",
    upheld: 0,
    barred: false,
    ...changes,
  };
}

function rank(reports: OpenReport[], beside = NOTHING): number {
  return priorityOf(reports, beside)!.rank;
}

Deno.test("a case without open reports has no place in the queue", () => {
  assertEquals(priorityOf([], { strikes: 9, hints: 9 }), null);
});

Deno.test("M06: severity goes before every deadline, and child safety first", () => {
  const ranks = [
    rank([report({ reason: "under_18", at: NOW + 24 * HOUR })]),
    rank([report({ reason: "nudity", at: NOW + 12 * HOUR })]),
    rank([report({ reason: "hate", at: NOW - 24 * HOUR })]),
    rank([report({ reason: "fraud", at: NOW - 99 * HOUR })]),
  ];
  assertEquals(ranks, ranks.toSorted((a, b) => a - b));
});

Deno.test("M06: among equals the earlier deadline goes first, then the score", () => {
  assert(rank([report({ at: NOW - 1 })]) < rank([report()]));
  const two = [report(), report({ reporter: "two" })];
  assert(rank(two) < rank([report()]));
});

Deno.test("the case is due when the first of its reports is", () => {
  const priority = priorityOf([
    report({ reason: "fraud", at: NOW - 23 * HOUR }),
    report({ reason: "nudity", reporter: "two" }),
  ], NOTHING);
  assertEquals([priority?.severity, priority?.dueAt], ["severe", NOW + HOUR]);
});

Deno.test("M05: more distinct reporters raise the score, up to a cap", () => {
  const scores = [1, 2, 3, 4, 5, 40].map((count) =>
    priorityOf(
      Array.from({ length: count }, (_, n) => report({ reporter: `${n}` })),
      NOTHING,
    )!.score
  );
  assertEquals(scores, [35, 39, 43, 47, 47, 47]);
});

Deno.test("M05: one device and a barred reporter add nothing", () => {
  const alone = priorityOf([report()], NOTHING)!.score;
  const same = priorityOf([report(), report()], NOTHING)!.score;
  const barred = report({ reporter: "two", barred: true });
  assertEquals(same, alone);
  assertEquals(priorityOf([report(), barred], NOTHING)!.score, alone);
});

Deno.test("who was right before, strikes and hints count, each up to its cap", () => {
  const score = (upheld: number, strikes: number, hints: number) => {
    return priorityOf([report({ upheld })], { strikes, hints })!.score;
  };
  assertEquals(score(2, 0, 0), 37);
  assertEquals(score(99, 99, 99), 35 + 4 + 8 + 8);
});

Deno.test("the arithmetic that is shown adds up, and never leaves the band", () => {
  const reports = fc.array(
    fc.record({
      reason: fc.constantFrom(...REASON_IDS),
      at: fc.integer({ min: 0, max: 4e12 }),
      reporter: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      upheld: fc.constant(7),
      barred: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(fc.property(reports, fc.nat(99), fc.nat(99), (made, s, h) => {
    const priority = priorityOf(made, { strikes: s, hints: h })!;
    const sum = priority.terms.reduce((all, { points }) => all + points, 0);
    assertEquals(priority.score, sum);
    assert(priority.score <= 100 + 12);
    const band = Math.floor((priority.rank + 1e13) / 1e14);
    assertEquals(SEVERITIES[band], priority.severity);
  }));
});

Deno.test("each deadline is one that a person can be told", () => {
  for (const code of REASON_IDS) {
    const { deadline, severity } = REASONS[code];
    assert(deadline >= 15 * MINUTE && deadline <= 24 * HOUR, code);
    assertEquals(severity === "critical", deadline < HOUR, code);
  }
});
