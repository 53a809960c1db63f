import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
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
