import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  destinationOf,
  stepTo,
  WAY_IN,
  type WayInPage,
} from "../../lib/http/way_in.ts";

const STEPS = ["/age", "/age/check", "/consent"] as const;

function at(address: string) {
  const url = new URL(address, "http://localhost");
  return { url, route: url.pathname };
}

Deno.test("from every page each stage comes to a page where it may stay", () => {
  for (const [stage, row] of Object.entries(WAY_IN)) {
    if (stage === "refused") continue;
    for (const [start, first] of Object.entries(row)) {
      let [page, next] = [start, first];
      for (let n = 0; next !== "stay" && n < 4; n++) {
        page = next === "onward" ? "/talk" : next;
        next = row[page as WayInPage];
      }
      assertEquals(next, "stay", `${stage} from ${start}`);
    }
  }
});

Deno.test("each stage has one step of its own, and members none", () => {
  const own = Object.entries(WAY_IN).map(([stage, row]) => [
    stage,
    STEPS.filter((step) => row[step] === "stay"),
  ]);
  assertEquals(Object.fromEntries(own), {
    visitor: ["/age"],
    pending: ["/age/check"],
    refused: [],
    gated: ["/consent"],
    outdated: ["/consent"],
    member: [],
  });
});

Deno.test("a refused browser is refused on every page", () => {
  assertEquals(new Set(Object.values(WAY_IN.refused)), new Set(["refuse"]));
});

Deno.test("nobody without an account may stay behind the gate", () => {
  for (const stage of ["visitor", "pending", "refused", "gated"] as const) {
    assert(WAY_IN[stage].inside !== "stay", stage);
    assert(WAY_IN[stage]["/talk"] !== "stay", stage);
  }
});

Deno.test("changed texts stand before calls, and not before one's own data", () => {
  assertEquals(WAY_IN.outdated["/talk"], "/consent");
  assertEquals(WAY_IN.outdated.inside, "stay");
});

Deno.test("a page behind the gate is remembered with its query", () => {
  const wanted = at("/account/inbox?page=2");
  assertEquals(destinationOf(wanted), "/account/inbox?page=2");
  const step = stepTo(wanted, "/age");
  assertEquals(step, "/age?to=%2Faccount%2Finbox%3Fpage%3D2");
  assertEquals(destinationOf(at(step)), "/account/inbox?page=2");
  assertEquals(
    stepTo(at(step), "/consent"),
    "/consent?to=%2Faccount%2Finbox%3Fpage%3D2",
  );
});

Deno.test("the live page is where people go, and needs no remembering", () => {
  for (const address of ["/talk", "/age", "/age?to=", "/consent?to=/talk"]) {
    assertEquals(destinationOf(at(address)), "/talk", address);
    assertEquals(stepTo(at(address), "/consent"), "/consent", address);
  }
});

const ELSEWHERE = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "evil.example",
  " //evil.example",
  "http:evil.example",
  "/",
];

Deno.test("`to` leads to no other site, whatever it says", () => {
  for (const to of ELSEWHERE) {
    const address = `/consent?to=${encodeURIComponent(to)}`;
    assertEquals(destinationOf(at(address)), "/talk", to);
  }
});

Deno.test("whatever `to` says, a browser stays on this site", () => {
  const parts = fc.constantFrom(
    ...["/", "\\", ".", ":", "@", "?", "#", "%2f", "%5c", "\t", "\n", "\r"],
    ...["evil.example", "http", "talk", "\u0000", "é", "／"],
  );
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.array(parts, { maxLength: 8 }).map((all) => all.join("")),
  );
  fc.assert(fc.property(text, (to) => {
    const url = new URL("http://localhost/age");
    url.searchParams.set("to", to);
    const destination = destinationOf({ url, route: "/age" });
    const location = new Headers({ location: destination }).get("location")!;
    const led = new URL(location, "http://localhost/age");
    assertEquals(led.origin, "http://localhost");
  }));
});
