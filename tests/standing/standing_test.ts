import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DAY, HOUR, newAccountId, newId } from "../../lib/kernel/mod.ts";
import {
  isInForce,
  type Sanction,
  SANCTION_KINDS,
  standingOf,
} from "../../lib/standing/mod.ts";

const NOW = 1_800_000_000_000;

function sanction(changes: Partial<Sanction> = {}): Sanction {
  return {
    id: newId(),
    accountId: newAccountId(),
    kind: "suspension",
    from: NOW - HOUR,
    until: NOW + DAY,
    provisionalUntil: null,
    endedAt: null,
    decision: null,
    ...changes,
  };
}

Deno.test("M12: a suspension ends on time, by the clock alone", () => {
  const one = sanction();
  assert(standingOf([one], NOW + DAY - 1).out);
  assertEquals(standingOf([one], NOW + DAY).out, null);
});

Deno.test("what has not begun, or was taken back, keeps nobody out", () => {
  assertEquals(standingOf([sanction({ from: NOW + 1 })], NOW).out, null);
  assertEquals(standingOf([sanction({ endedAt: NOW })], NOW).out, null);
});

Deno.test("M13: a provisional ban ends by itself when nobody agrees", () => {
  const ban = sanction({
    kind: "ban",
    until: null,
    provisionalUntil: NOW + DAY,
  });
  assert(isInForce(ban, NOW + DAY - 1));
  assert(!isInForce(ban, NOW + DAY));
  assert(isInForce({ ...ban, provisionalUntil: null }, NOW + 9999 * DAY));
});

Deno.test("the gravest is told, and of two the longer", () => {
  const short = sanction({ until: NOW + HOUR });
  const long = sanction({ until: NOW + 7 * DAY });
  assertEquals(standingOf([short, long], NOW).out, long);
  const review = sanction({ kind: "review", until: null });
  assertEquals(standingOf([long, review], NOW).out, review);
  const ban = sanction({ kind: "ban", until: null });
  assertEquals(standingOf([review, ban, long], NOW).out, ban);
});

Deno.test("M32: a bar on reporting keeps nobody out of calls", () => {
  const bar = sanction({ kind: "reporting_bar" });
  assertEquals(standingOf([bar], NOW), { out: null, mayReport: false });
  assertEquals(standingOf([sanction()], NOW).mayReport, true);
});

Deno.test("nobody is kept out by what is not in force, in whatever order it comes", () => {
  const all = fc.array(
    fc.record({
      kind: fc.constantFrom(...SANCTION_KINDS),
      from: fc.integer({ min: NOW - DAY, max: NOW + DAY }),
      until: fc.option(fc.integer({ min: NOW - DAY, max: NOW + DAY })),
      provisionalUntil: fc.option(
        fc.integer({ min: NOW - DAY, max: NOW + DAY }),
      ),
      endedAt: fc.option(fc.constant(NOW - 1)),
    }).map(sanction),
  );
  fc.assert(fc.property(all, (sanctions) => {
    const { out, mayReport } = standingOf(sanctions, NOW);
    const inForce = sanctions.filter((one) => isInForce(one, NOW));
    const keeps = inForce.filter(({ kind }) => kind !== "reporting_bar");
    assertEquals(out === null, keeps.length === 0);
    assertEquals(mayReport, keeps.length === inForce.length);
    const turned = standingOf(sanctions.toReversed(), NOW).out;
    assertEquals([turned?.kind, turned?.until], [out?.kind, out?.until]);
  }));
});
