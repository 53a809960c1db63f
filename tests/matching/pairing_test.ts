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

/** People as the queue has them: at most two come from one call. */
const queue = fc.array(
  fc.record({
    waited: fc.integer({ min: 0, max: 2 * AGAIN_AFTER }),
    fromCall: fc.option(fc.nat({ max: 4 }), { nil: null }),
  }),
  { maxLength: 12 },
).map((rows) => {
  const taken = new Map<number, number>();
  return rows.map(({ waited, fromCall }, n) => {
    const others = fromCall === null ? 2 : taken.get(fromCall) ?? 0;
    if (fromCall !== null) taken.set(fromCall, others + 1);
    return seeker(`p${n}`, waited, others < 2 ? `call${fromCall}` : null);
  });
});

/** Two names in one order, whoever comes first. */
function pairName(one: Seeker, other: Seeker): string {
  return [one.accountId, other.accountId].toSorted().join("+");
}

/** For each queue, who of it blocked whom. */
const queueWithBlocks = queue.chain((waiting) => {
  const names = waiting.flatMap((one, n) =>
    waiting.slice(n + 1).map((other) => pairName(one, other))
  );
  return fc.subarray(names).map((apart) => {
    const set = new Set(apart);
    const areApart = (a: Seeker, b: Seeker) => set.has(pairName(a, b));
    return { waiting, areApart };
  });
});

function leftOf<S extends Seeker>(waiting: S[], pairs: [S, S][]): S[] {
  return waiting.filter((one) => !pairs.flat().includes(one));
}

Deno.test("no two who are apart are a pair, and of those left no two may meet", () => {
  fc.assert(fc.property(queueWithBlocks, ({ waiting, areApart }) => {
    const pairs = pairUp(waiting, NOW, areApart);
    for (const [one, other] of pairs) {
      assertEquals(areApart(one, other), false);
    }
    assertEquals(pairUp(leftOf(waiting, pairs), NOW, areApart), []);
  }));
});

Deno.test("in each pair the one who came first stands first", () => {
  fc.assert(fc.property(queue, (waiting) => {
    for (const [one, other] of pairUp(waiting, NOW)) {
      assertEquals(waiting.indexOf(one) < waiting.indexOf(other), true);
    }
  }));
});

Deno.test("whoever came first is in a pair if anybody may meet them", () => {
  fc.assert(fc.property(queueWithBlocks, ({ waiting, areApart }) => {
    const [first, ...others] = waiting;
    if (first === undefined) return;
    const chances = others.filter((other) =>
      pairUp([first, other], NOW, areApart).length === 1
    );
    const pairs = pairUp(waiting, NOW, areApart);
    const met = pairs.flat().includes(first);
    assertEquals(met, chances.length > 0);
  }));
});

Deno.test("a third whom neither may meet holds two back no longer than themselves", () => {
  const [ada, ben, eve] = [
    seeker("a", 9_000, "x"),
    seeker("b", 8_000, "x"),
    seeker("e"),
  ];
  const areApart = (...two: Seeker[]) => two.includes(eve);
  const waiting = [ada, ben, eve];
  assertEquals(nextChance(waiting, NOW), NOW + 1_000);
  assertEquals(nextChance(waiting, NOW + 1_000), NOW + 2_000);
  const pairs = pairUp(waiting, NOW + 2_000, areApart);
  assertEquals(names(pairs), ["a+b"]);
});

Deno.test("before the next chance waiting alone makes no pair", () => {
  fc.assert(fc.property(queueWithBlocks, ({ waiting, areApart }) => {
    let now = NOW;
    let left = leftOf(waiting, pairUp(waiting, now, areApart));
    for (;;) {
      const at = nextChance(left, now);
      const end = at ?? now + 60_000;
      assertEquals(end > now, true);
      assertEquals(pairUp(left, end - 1, areApart), []);
      if (at === null) {
        assertEquals(pairUp(left, end, areApart), []);
        break;
      }
      now = at;
      left = leftOf(left, pairUp(left, now, areApart));
    }
  }));
});

Deno.test("a queue of a hundred thousand has a next chance all the same", () => {
  const waiting = Array.from(
    { length: 200_000 },
    (_, n) => seeker(`p${n}`, n % 9_000),
  );
  assertEquals(nextChance(waiting, NOW), NOW + AGAIN_AFTER - 8_999);
});
