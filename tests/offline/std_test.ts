import {
  assert,
  assertEquals,
  AssertionError,
  assertLess,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { FakeTime, TimeError } from "@std/testing/time";
import { assertType, type IsExact } from "@std/testing/types";

function messageOf(run: () => unknown): string {
  return assertThrows(run, AssertionError).message
    // deno-lint-ignore no-control-regex
    .replace(/\x1b\[\d+m/g, "");
}

Deno.test("assertEquals() compares by content and class", () => {
  const circular: Record<string, unknown> = { a: 1 };
  circular.self = circular;
  const other: Record<string, unknown> = { a: 1 };
  other.self = other;
  class Point {
    constructor(readonly x: number) {}
  }
  const same: [unknown, unknown][] = [
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [new Map([[{ k: 1 }, 2]]), new Map([[{ k: 1 }, 2]])],
    [new Set([{ a: 1 }, 2]), new Set([2, { a: 1 }])],
    [new Date(5), new Date(5)],
    [new URL("https://a.example/"), new URL("https://a.example/")],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [circular, other],
    [NaN, NaN],
    [Object.create(null), {}],
  ];
  const different: [unknown, unknown][] = [
    [{ a: undefined }, {}],
    [new Point(1), { x: 1 }],
    [new Set([1]), new Set([2])],
    [new Map([[1, 2]]), new Map([[1, 3]])],
    [[1, 2], [1, 2, 3]],
    [new Error("a"), new Error("b")],
    [/a/g, /a/i],
    [{ [Symbol.iterator]: 1 }, { [Symbol.iterator]: 2 }],
  ];
  for (const [one, two] of same) {
    assertEquals(one, two);
    assertThrows(() => assertNotEquals(one, two), AssertionError);
  }
  for (const [one, two] of different) {
    assertNotEquals(one, two);
    assertThrows(() => assertEquals(one, two), AssertionError);
  }
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
    [() => assertMatch("abc", /x/), 'Expected actual: "abc" to match: "/x/".'],
    [
      () => assertStringIncludes("abc", "x"),
      'Expected actual: "abc" to contain: "x".',
    ],
    [() => assertLess(2, 1), "Expect 2 < 1"],
    [() => assertNotEquals(1, 1), "Expected actual: 1 not to be: 1."],
  ];
  for (const [run, message] of cases) assertEquals(messageOf(run), message);
});

Deno.test("assertions hold where they should", () => {
  assert("text");
  assertMatch("abc", /b/);
  assertStringIncludes("abc", "bc");
  assertLess(1, 2);
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

Deno.test("FakeTime lets promises settle before it moves", async () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  async function work() {
    for (let count = 0; count < 3; count++) {
      await new Promise((done) => setTimeout(done, 10));
      log.push(Date.now());
    }
  }
  const working = work();
  for (const _ of [1, 2, 3]) await time.tickAsync(10);
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
