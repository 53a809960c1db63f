import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotStrictEquals,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  equal,
  fail,
  unimplemented,
  unreachable,
} from "@std/assert";
import {
  assertSpyCall,
  assertSpyCallArgs,
  assertSpyCalls,
  MockError,
  resolvesNext,
  returnsNext,
  spy,
  stub,
} from "@std/testing/mock";
import { FakeTime, TimeError } from "@std/testing/time";
import { assertType, type IsExact } from "@std/testing/types";

function messageOf(run: () => unknown): string {
  return assertThrows(run, AssertionError).message
    // deno-lint-ignore no-control-regex
    .replace(/\x1b\[\d+m/g, "");
}

Deno.test("equal() compares by content and class", () => {
  const circular: Record<string, unknown> = { a: 1 };
  circular.self = circular;
  const other: Record<string, unknown> = { a: 1 };
  other.self = other;
  class Point {
    constructor(readonly x: number) {}
  }
  assert(equal({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }));
  assert(equal(new Map([[{ k: 1 }, 2]]), new Map([[{ k: 1 }, 2]])));
  assert(equal(new Set([{ a: 1 }, 2]), new Set([2, { a: 1 }])));
  assert(equal(new Date(5), new Date(5)));
  assert(equal(new URL("https://a.example/"), new URL("https://a.example/")));
  assert(equal(new Uint8Array([1, 2]), new Uint8Array([1, 2])));
  assert(equal(circular, other));
  assert(equal(NaN, NaN));
  assert(equal(Object.create(null), {}));
  assertFalse(equal({ a: undefined }, {}));
  assertFalse(equal(new Point(1), { x: 1 }));
  assertFalse(equal(new Set([1]), new Set([2])));
  assertFalse(equal(new Map([[1, 2]]), new Map([[1, 3]])));
  assertFalse(equal([1, 2], [1, 2, 3]));
  assertFalse(equal(new Error("a"), new Error("b")));
  assertFalse(equal(/a/g, /a/i));
  assertFalse(equal({ [Symbol.iterator]: 1 }, { [Symbol.iterator]: 2 }));
});

Deno.test("assertEquals() shows what differs", () => {
  assertEquals({ a: 1 }, { a: 1 });
  const message = messageOf(() => assertEquals({ a: 1 }, { a: 2 }, "the sum"));
  assertStringIncludes(message, "Values are not equal: the sum");
  assertStringIncludes(message, "[Diff] Actual / Expected");
  assertStringIncludes(message, "-     a: 1,");
  assertStringIncludes(message, "+     a: 2,");
});

Deno.test("assertions name what they expected", () => {
  const cases: [() => unknown, string][] = [
    [() => assert(0), ""],
    [() => assert(null, "no"), "no"],
    [() => assertFalse(1, "yes"), "yes"],
    [
      () => assertExists(undefined),
      'Expected actual: "undefined" to not be null or undefined.',
    ],
    [
      () => assertInstanceOf("x", Date),
      'Expected object to be an instance of "Date" but was "string".',
    ],
    [() => assertMatch("abc", /x/), 'Expected actual: "abc" to match: "/x/".'],
    [
      () => assertStringIncludes("abc", "x"),
      'Expected actual: "abc" to contain: "x".',
    ],
    [() => assertGreater(1, 2), "Expect 1 > 2"],
    [() => assertGreaterOrEqual(1, 2), "Expect 1 >= 2"],
    [() => assertLess(2, 1), "Expect 2 < 1"],
    [() => assertLessOrEqual(2, 1), "Expect 2 <= 1"],
    [() => assertNotEquals(1, 1), "Expected actual: 1 not to be: 1."],
    [() => fail(), "Failed assertion."],
    [() => fail("here"), "Failed assertion: here"],
    [() => unreachable(), "Unreachable."],
    [() => unimplemented(), "Unimplemented."],
  ];
  for (const [run, message] of cases) assertEquals(messageOf(run), message);
});

Deno.test("assertions hold where they should", () => {
  const list = [1];
  assertStrictEquals(list, list);
  assertNotStrictEquals([1], [1]);
  assertAlmostEquals(0.1 + 0.2, 0.3);
  assertArrayIncludes([1, { a: 2 }], [{ a: 2 }]);
  assertObjectMatch({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: 1 } });
  assertThrows(() => assertObjectMatch({ a: 1 }, { a: 2 }), AssertionError);
  assertThrows(() => assertStrictEquals([1], [1]), AssertionError, "structure");
  assertThrows(() => assertAlmostEquals(1, 2), AssertionError, "delta");
  assertThrows(() => assertArrayIncludes([1], [2]), AssertionError, "missing");
});

Deno.test("assertThrows() returns the error and checks its class", async () => {
  const error = assertThrows(
    () => {
      throw new RangeError("too far");
    },
    RangeError,
    "far",
  );
  assertType<IsExact<typeof error, RangeError>>(true);
  assertEquals(
    messageOf(() => assertThrows(() => {})),
    "Expected function to throw.",
  );
  assertStringIncludes(
    messageOf(() =>
      assertThrows(() => {
        throw new RangeError("x");
      }, TypeError)
    ),
    'Expected error to be instance of "TypeError", but was "RangeError".',
  );
  await assertRejects(() => Promise.reject(new TypeError("a")), TypeError, "a");
  await assertRejects(
    () => assertRejects(() => Promise.resolve()),
    AssertionError,
    "Expected function to reject.",
  );
  await assertRejects(
    () =>
      assertRejects(() => {
        throw new Error("at once");
      }),
    AssertionError,
    "Function throws when expected to reject.",
  );
});

Deno.test("spy() records calls, results and errors", () => {
  const add = spy((a: number, b: number) => a + b);
  assertEquals(add(1, 2), 3);
  assertSpyCalls(add, 1);
  assertSpyCall(add, 0, { args: [1, 2], returned: 3 });
  assertThrows(() => assertSpyCalls(add, 2), AssertionError, "1 instead of 2");
  assertThrows(() => add.restore(), MockError);
});

Deno.test("stub() answers for a method until it is restored", () => {
  const shop = { price: (count: number) => count * 2 };
  {
    using price = stub(shop, "price", () => 7);
    assertEquals(shop.price(1), 7);
    assertSpyCallArgs(price, 0, [1]);
    assertSpyCall(price, 0, { self: shop });
    assertThrows(() => stub(shop, "price"), MockError, "already spying");
  }
  assertEquals(shop.price(2), 4);
});

Deno.test("returnsNext() and resolvesNext() answer in order", async () => {
  const next = returnsNext([1, new Error("two")]);
  assertEquals(next(), 1);
  assertThrows(() => next(), Error, "two");
  assertThrows(() => next(), MockError);
  const later = resolvesNext([1, 2]);
  assertEquals([await later(), await later()], [1, 2]);
  await assertRejects(() => later(), MockError);
});

Deno.test("FakeTime moves only when it is told to", () => {
  using time = new FakeTime("2024-01-01T00:00:00Z");
  const log: string[] = [];
  setTimeout((name: string) => log.push(name), 100, "late");
  setTimeout(() => log.push("soon"), 50);
  const interval = setInterval(() => log.push("tick"), 40);
  time.tick(99);
  assertEquals(log, ["tick", "soon", "tick"]);
  clearInterval(interval);
  time.tick(1);
  assertEquals(log.at(-1), "late");
  assertEquals(Date.now() - time.start, 100);
  assertEquals(new Date().toISOString(), "2024-01-01T00:00:00.100Z");
  assertEquals(new Date(2020, 1).getFullYear(), 2020);
  assert(new Date() instanceof Date);
  assertThrows(() => new FakeTime(), TimeError, "already faked");
});

Deno.test("FakeTime lets promises settle between timers", async () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  async function work() {
    for (let count = 0; count < 3; count++) {
      await new Promise((done) => setTimeout(done, 10));
      log.push(Date.now());
    }
  }
  const working = work();
  await time.tickAsync(35);
  await working;
  assertEquals(log, [10, 20, 30]);
  assertEquals(time.next(), false);
});

Deno.test("FakeTime gives the real time back", async () => {
  const before = Date.now();
  const time = new FakeTime(0);
  assertEquals(Date.now(), 0);
  assert(await FakeTime.restoreFor(() => Date.now()) >= before);
  time.restore();
  assert(Date.now() >= before);
  assertThrows(() => time.restore(), TimeError, "already restored");
});
