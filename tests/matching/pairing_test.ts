import { accountNamed } from "../helpers/ids.ts";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  AGAIN_AFTER,
  nextChance,
  pairUp,
  type Seeker,
} from "../../lib/matching/mod.ts";

const NOW = 1_000_000;

function seeker(
  name: string,
  waited = 0,
  lastCall: string | null = null,
) {
  const accountId = accountNamed(name);
  return { accountId, waitingSince: NOW - waited, lastCall };
}

function names(pairs: [Seeker, Seeker][]): string[] {
  return pairs.map((pair) => pair.map(({ accountId }) => accountId).join("+"));
}

Deno.test("first come, first served", () => {
  const waiting = ["a", "b", "c", "d", "e"].map((name) => seeker(name));
  assertEquals(names(pairUp(waiting, NOW)), ["a+b", "c+d"]);
});

Deno.test("two who just met are paired with others first", () => {
  const [ada, ben] = [seeker("a", 0, "x"), seeker("b", 0, "x")];
  assertEquals(names(pairUp([ada, ben], NOW)), []);
  assertEquals(names(pairUp([ada, ben, seeker("c")], NOW)), ["a+c"]);
});

Deno.test("they meet again once both have waited long enough", () => {
  const long = [
    seeker("a", AGAIN_AFTER, "x"),
    seeker("b", AGAIN_AFTER, "x"),
  ];
  assertEquals(names(pairUp(long, NOW)), ["a+b"]);
  const short = [long[0], seeker("b", AGAIN_AFTER - 1, "x")];
  assertEquals(names(pairUp(short, NOW)), []);
  assertEquals(nextChance(short, NOW), NOW + 1);
  assertEquals(nextChance(long, NOW), null);
});

Deno.test("whoever waits, nobody is paired twice or with themselves, and at most those who just met are left", () => {
  const people = fc.uniqueArray(
    fc.record({
      accountId: fc.string().map(accountNamed),
      waitingSince: fc.integer({ min: NOW - 20_000, max: NOW }),
      lastCall: fc.option(fc.constantFrom("x", "y", "z"), { nil: null }),
    }),
    { selector: ({ accountId }) => accountId },
  );
  fc.assert(fc.property(people, (waiting) => {
    const paired = pairUp(waiting, NOW).flat();
    const accounts = paired.map(({ accountId }) => accountId);
    assertEquals(new Set(accounts).size, accounts.length);
    const left = waiting.filter((one) => !paired.includes(one));
    const calls = new Set(left.map(({ lastCall }) => lastCall));
    assertEquals(
      left.length <= 1 || (calls.size === 1 && !calls.has(null)),
      true,
    );
  }));
});
