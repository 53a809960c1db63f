import { assert, assertEquals } from "@std/assert";
import { logError, logRequest, type RequestLine } from "../../lib/log/mod.ts";

const LINE: RequestLine = {
  id: "abcdefghijkl",
  method: "GET",
  route: "/account/sessions/:id/end",
  status: 200,
  ms: 1.26,
};

/** What the work writes, line by line. */
function written(how: "log" | "error", work: () => void): string[] {
  const lines: string[] = [];
  const before = console[how];
  console[how] = (line: string) => void lines.push(line);
  try {
    work();
  } finally {
    console[how] = before;
  }
  return lines;
}

function requestLines(
  least: Parameters<typeof logRequest>[0],
  line: Partial<RequestLine> = {},
) {
  return written("log", () => logRequest(least, { ...LINE, ...line }))
    .map((text) => JSON.parse(text));
}

function faultLine(error: unknown, request?: string) {
  const [line] = written("error", () => logError("send mail", error, request));
  return { line, parsed: JSON.parse(line) };
}

Deno.test("a request is one line with its pattern, and nothing about a person", () => {
  const [line] = requestLines("info");
  assertEquals(line, {
    level: "info",
    what: "request",
    ...LINE,
    ms: 1.3,
  });
});

const LEVELS: [Partial<RequestLine>, string][] = [
  [{}, "info"],
  [{ status: 404 }, "info"],
  [{ route: "asset" }, "debug"],
  [{ route: "asset", status: 500 }, "warn"],
  [{ status: 503 }, "warn"],
];

for (const [line, level] of LEVELS) {
  Deno.test(`${JSON.stringify(line)} is logged as ${level}`, () => {
    assertEquals(requestLines("debug", line).map(({ level }) => level), [
      level,
    ]);
  });
}

Deno.test("what is less important than the operator wants is not written", () => {
  assertEquals(requestLines("info", { route: "asset" }), []);
  assertEquals(requestLines("warn"), []);
  assertEquals(requestLines("error", { status: 500 }), []);
  assertEquals(requestLines("warn", { status: 500 }).length, 1);
});

Deno.test("a fault is told by its name and place, never by its words", () => {
  const error = new TypeError("Cannot mail ada@example.org: needle");
  const { line, parsed } = faultLine(error, "abcdefghijkl");
  assertEquals(parsed.what, "Cannot send mail");
  assertEquals([parsed.error, parsed.id], ["TypeError", "abcdefghijkl"]);
  for (const secret of ["ada@example.org", "needle"]) {
    assertEquals(line.includes(secret), false);
  }
});

Deno.test("a fault names six places in the code at most", () => {
  const deep = (n: number): Error => n === 0 ? new Error("x") : deep(n - 1);
  const { at } = faultLine(deep(20)).parsed;
  assertEquals(at.length, 6);
  assert(at.every((place: string) => place.startsWith("at ")));
});

Deno.test("a message of several lines cannot pass as a place", () => {
  const { line } = faultLine(new Error("first\nneedle\nneedle"));
  assertEquals(line.includes("needle"), false);
});

Deno.test("what is thrown without being an error is told by its kind", () => {
  for (const thrown of ["needle", { secret: "needle" }, null, undefined, 7]) {
    const { line, parsed } = faultLine(thrown);
    assertEquals(parsed.error, typeof thrown);
    assertEquals(line.includes("needle"), false);
    assertEquals(line.split("\n").length, 1);
  }
});
