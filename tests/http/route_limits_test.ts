import { assert, assertEquals } from "@std/assert";
import {
  limitsOf,
  ROUTE_LIMITS,
  UNLIMITED,
} from "../../lib/http/route_limits.ts";
import { LIMITS } from "../../lib/limits/mod.ts";

Deno.test("reading is limited as pages are, everything else as changes are", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assertEquals(limitsOf(method, "/safety"), ["pages"]);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "BREW"]) {
    assertEquals(limitsOf(method, "/safety"), ["changes"]);
  }
});

Deno.test("a route of the table has its own limit besides", () => {
  for (const [row, names] of Object.entries(ROUTE_LIMITS)) {
    const [method, route] = row.split(" ");
    const [general, ...own] = limitsOf(method, route);
    assertEquals(general, method === "GET" ? "pages" : "changes", row);
    assertEquals(own, [...names], row);
  }
});

Deno.test("a row counts for its method alone", () => {
  assertEquals(limitsOf("GET", "/account/keys/code"), ["pages"]);
  assertEquals(limitsOf("POST", "/talk/live"), ["changes"]);
});

Deno.test("what no route takes is limited as well", () => {
  assertEquals(limitsOf("GET", null), ["pages"]);
  assertEquals(limitsOf("POST", null), ["changes"]);
});

Deno.test("no limit tells the back office from a page that is not there", () => {
  const rows = Object.keys(ROUTE_LIMITS).filter((row) =>
    / \/admin\b/.test(row)
  );
  assertEquals(rows, []);
});

Deno.test("machines of ours ask as often as they like, by any method", () => {
  for (const route of UNLIMITED) {
    for (const method of ["GET", "POST"]) {
      assertEquals(limitsOf(method, route), []);
    }
  }
});

Deno.test("every limit before a route is one of the table", () => {
  for (const name of Object.values(ROUTE_LIMITS).flat()) {
    assert(name in LIMITS, name);
  }
});
