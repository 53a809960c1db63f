import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { elements } from "../components/html.ts";
import { openApp } from "../helpers/app.ts";

/** A page, a fault of the router, and one of a page that is closed. */
const PATHS = ["/rules", "/nowhere", "/account?from=1"];

Deno.test("every page offers its languages and comes back to itself, faults too", async () => {
  await using app = await openApp({ MILLO_PSEUDO: "on" });
  for (const path of PATHS) {
    const html = await (await app.fetch(path)).text();
    assertMatch(html, /<option[^>]* lang="en" selected/, path);
    assertStringIncludes(html, `name="back" value="${path}"`, path);
  }
});

Deno.test("the menu marks where one is, on pages of faults as well", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  const marked = async (path: string) => {
    const html = await (await member.get(path)).text();
    return /href="([^"]+)" class="here"/.exec(html)?.[1];
  };
  assertEquals(await marked("/account"), "/account");
  assertEquals(await marked("/account/nowhere"), "/account");
  assertEquals(await marked("/rules"), undefined);
});

Deno.test("where the staff come in, every page has their frame, once", async () => {
  await using app = await openApp();
  for (const path of ["/staff", `/staff/invitations/${"a".repeat(43)}`]) {
    const html = await (await app.fetch(path)).text();
    assertEquals(elements(html, "main").length, 1, path);
    assertMatch(html, /<meta name="robots" content="noindex"/, path);
    assertEquals(elements(html, "footer"), [], path);
    assertMatch(html, /<title>[^<]+ · Back office<\/title>/, path);
  }
});

Deno.test("a fault has the frame of the site alone, wherever it is met", async () => {
  await using app = await openApp();
  const places = {
    visitor: ["/nowhere", "/staff/nowhere", "/policies/nowhere"],
    member: ["/account/nowhere", "/account/inbox/nowhere", "/talk/nowhere"],
    moderator: [
      "/admin/nowhere",
      "/admin/staff",
      `/admin/appeals/${"a".repeat(26)}`,
    ],
  } as const;
  for (const [role, paths] of Object.entries(places)) {
    const browser = await app.as(role as keyof typeof places);
    for (const path of paths) {
      const response = await browser.get(path);
      const html = await response.text();
      assert(response.status >= 400, path);
      for (const part of ["main", "header", "footer"]) {
        assertEquals(elements(html, part).length, 1, `${path}: ${part}`);
      }
    }
  }
});
