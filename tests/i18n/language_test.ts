import { assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { openApp } from "../helpers/app.ts";
import { ownPath } from "../../lib/http/language.ts";

Deno.test("the language is what the browser asks for, until it is switched", async () => {
  await using app = await openApp({ MILLO_PSEUDO: "on" });
  const browser = app.browser();
  const american = { headers: { "accept-language": "en-US,en;q=0.5" } };
  const before = await (await browser.fetch("/safety", american)).text();
  assertStringIncludes(before, '<html lang="en-US" dir="ltr"');
  const switched = await browser.post("/language", {
    language: "ar-XB",
    back: "/safety?a=1",
  });
  assertEquals(
    [switched.status, switched.headers.get("location")],
    [303, "/safety?a=1"],
  );
  const after = await (await browser.fetch("/rules", american)).text();
  assertStringIncludes(after, '<html lang="ar-XB" dir="rtl"');
});

Deno.test("a birth date is asked for in the order of the place", async () => {
  await using app = await openApp();
  const orderFor = async (language: string) => {
    const headers = { "accept-language": language };
    const html = await (await app.fetch("/age", { headers })).text();
    return [...html.matchAll(/autocomplete="bday-(\w+)"/g)]
      .map(([, name]) => name);
  };
  assertEquals(await orderFor("en-GB"), ["day", "month", "year"]);
  assertEquals(await orderFor("en-US"), ["month", "day", "year"]);
});

Deno.test("the switch is on pages of faults too, and names the page it is on", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/nowhere?x=1&y=2")).text();
  assertStringIncludes(html, 'action="/language"');
  assertStringIncludes(html, 'name="back" value="/nowhere?x=1&amp;y=2"');
});

Deno.test("a language that is not offered is asked for again", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const answer = await browser.post("/language", {
    language: "xx",
    back: "/rules",
  });
  assertEquals(answer.status, 422);
  const html = await answer.text();
  assertStringIncludes(html, 'name="back" value="/rules"');
  assertStringIncludes(html, 'aria-describedby="language-error"');
  assertEquals(browser.cookie("millo_lang"), undefined);
});

Deno.test("a language that is no longer offered is not shown", async () => {
  await using app = await openApp();
  const answer = await app.fetch("/", {
    headers: { cookie: "millo_lang=ar-XB" },
  });
  assertStringIncludes(await answer.text(), '<html lang="en" dir="ltr"');
});

const ELSEWHERE = [
  undefined,
  "",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/.//evil.example/",
  "/\t/evil.example/",
  "javascript:alert(1)",
];

for (const path of ELSEWHERE) {
  Deno.test(`the switch does not lead to ${JSON.stringify(path)}`, () => {
    assertEquals(ownPath(path), "/");
  });
}

Deno.test("an address too long for a header is the start", () => {
  assertEquals(ownPath(`/account?x=${"a".repeat(1_000)}`).length, 1_011);
  assertEquals(ownPath(`/account?x=${"%25".repeat(1_000)}`), "/");
  assertEquals(ownPath(`/account?x=${"é".repeat(1_000)}`), "/");
});

Deno.test("wherever the switch leads, it is a page of the same site", () => {
  const site = "https://millo.example";
  const unit = fc.constantFrom(..."/\\.:@?#%\t a2fx[]");
  fc.assert(fc.property(fc.string({ unit }), (text) => {
    const target = new URL(ownPath(`/${text}`), `${site}/language`);
    assertEquals(target.origin, site);
  }));
});
