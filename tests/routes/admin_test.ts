import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { handler as guard } from "../../routes/admin/_middleware.ts";
import { elements } from "../components/html.ts";
import { ACCESS } from "../../lib/http/access.ts";
import { newSecret } from "../../lib/kernel/mod.ts";
import { endStaffSession, findStaff } from "../../lib/staff/mod.ts";
import {
  openApp,
  OUTSIDERS,
  type TestApp,
  type TestBrowser,
} from "../helpers/app.ts";
import { addStaff } from "../helpers/staff.ts";

/** All of an answer but what each has of its own. */
async function seen(
  browser: TestBrowser,
  path: string,
  init: RequestInit,
): Promise<unknown> {
  const response = await browser.fetch(path, init);
  const headers = Object.fromEntries(response.headers);
  const text = await response.text();
  const nonce = /nonce-([^']+)/.exec(headers["content-security-policy"])?.[1];
  const plain = (said: string) =>
    said.replaceAll(/\badmi[nx]\b/g, "ADMIN").replaceAll(nonce ?? /$^/g, "N");
  assertEquals(headers["x-request-id"].length, 12);
  delete headers["x-request-id"];
  const told = Object.entries(headers).map(([name, value]) => [
    name,
    plain(value),
  ]);
  return [response.status, told.sort(), plain(text)];
}

/** Every address of the back office, and some that it does not have. */
const ADDRESSES = [
  ...Object.keys(ACCESS).filter((route) => /^\/admin\b/.test(route)),
  "/admin/",
  "/admin/nothing",
  "/admin/staff/?to=x",
  `/admin/staff/${"x".repeat(2000)}`,
  "/admin/staff/%e0%a4%a",
];

/** As long, and for nobody: what says its length says the same one. */
function wrongOf(path: string): string {
  return path.replace(/^\/admin/, "/admix");
}

/** Outsiders, and browsers that send something where the staff have a cookie. */
async function outsidersOf(app: TestApp): Promise<[string, TestBrowser][]> {
  const made = OUTSIDERS.map(async (role): Promise<[string, TestBrowser]> => [
    role,
    await app.as(role),
  ]);
  const guesser = app.browser();
  guesser.setCookie("millo_staff", newSecret());
  const { token, staffId } = await addStaff(app.millo, ["admin"], "Gone");
  const staff = (await findStaff(app.millo.store, token, app.clock.now()))!;
  await endStaffSession(app.millo, staff, { staffId });
  const ended = app.browser();
  ended.setCookie("millo_staff", token);
  return [
    ...await Promise.all(made),
    ["a guesser", guesser],
    ["signed out", ended],
  ];
}

Deno.test("whoever is not of the staff cannot tell the back office from no page at all", async () => {
  await using app = await openApp();
  for (const [who, browser] of await outsidersOf(app)) {
    for (const accept of ["text/html", "application/json", "*/*"]) {
      for (const method of ["GET", "HEAD", "POST", "PUT", "OPTIONS"]) {
        for (const site of ["same-origin", "cross-site"]) {
          const init = {
            method,
            headers: { accept, "sec-fetch-site": site },
            body: method === "POST" ? new URLSearchParams() : undefined,
          };
          const paths = accept === "text/html" ? ADDRESSES : ["/admin"];
          for (const path of paths) {
            const there = await seen(browser, path, init);
            const nowhere = await seen(browser, wrongOf(path), init);
            assertEquals(there, nowhere, `${method} ${path}, ${who}`);
          }
        }
      }
    }
    assertEquals((await browser.get("/admin")).status, 404, who);
  }
});

Deno.test("nor by how long the answer takes", async () => {
  await using app = await openApp();
  for (const [who, browser] of await outsidersOf(app)) {
    const times: Record<string, number[]> = { "/admin": [], "/admix": [] };
    for (let round = 0; round < 60; round++) {
      for (const path of ["/admin", "/admix"]) {
        const start = performance.now();
        await (await browser.get(path)).body?.cancel();
        times[path].push(performance.now() - start);
      }
    }
    const [there, nowhere] = Object.values(times).map(medianOf);
    const ratio = there / nowhere;
    assert(ratio > 0.5 && ratio < 2, `${who}: ${there} ms and ${nowhere} ms`);
  }
});

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

Deno.test("one of the staff meets the frame of the back office, and not that of the site", async () => {
  await using app = await openApp();
  const staff = await app.as("admin");
  const response = await staff.get("/admin");
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("cache-control"), "no-store");
  const html = await response.text();
  const [nav, ...others] = elements(html, "nav");
  assertEquals([nav.attributes["aria-label"], others], ["Back office", []]);
  const here = elements(html, "a").map(({ attributes }) => attributes)
    .filter((link) => link["aria-current"] === "page");
  assertEquals(here.map(({ href }) => href), ["/admin"]);
  assertStringIncludes(html, "<title>Home · Back office</title>");
  assertEquals(elements(html, "main").length, 1);
  assertEquals(elements(html, "h1").length, 1);
});

Deno.test("one of the staff is no member", async () => {
  await using app = await openApp();
  const staff = await app.as("admin");
  for (const path of ["/account", "/talk", "/talk/live"]) {
    const headers = { upgrade: "websocket" };
    assertEquals((await staff.fetch(path, { headers })).status, 403, path);
  }
});

Deno.test("what lies below is shut even where a row of the table is wrong", async () => {
  await using app = await openApp();
  const { millo } = app;
  for (const kind of ["visitor", "member"]) {
    const ctx = {
      state: { millo, principal: { kind } },
      next: () => Promise.resolve(new Response("inside")),
    };
    const error = await Promise.resolve(guard(ctx as never))
      .then(() => null, (error: unknown) => error);
    assertEquals((error as { status: number } | null)?.status, 404, kind);
  }
});
