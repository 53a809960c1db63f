import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
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

Deno.test("a fault where the staff come in has the frame of the site", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/staff/nowhere")).text();
  assertEquals(elements(html, "main").length, 1);
  assertEquals(elements(html, "footer").length, 1);
});

Deno.test("a fault in the back office has no rail beside the site's frame", async () => {
  await using app = await openApp();
  const staff = await app.as("moderator");
  const html = await (await staff.get("/admin/cases/none")).text();
  assertEquals(elements(html, "main").length, 1);
  assertEquals(elements(html, "header").length, 1);
});
