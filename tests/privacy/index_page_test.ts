import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import type { ExportedCollection } from "../../lib/data_map/mod.ts";
import { kindName, translator } from "../../lib/i18n/mod.ts";
import type { About } from "../../lib/privacy/about.ts";
import { indexPage } from "../../lib/privacy/index_page.ts";
import { elements } from "../components/html.ts";

const t = translator();

const ABOUT: About = {
  format: "millo-copy-1",
  madeAt: "2026-11-23T12:34:56.789Z",
  subjectId: "a".repeat(26),
  controller: { name: "Millo & Co", contact: "millo@example.org" },
  answers: [
    { article: "15(1)(a)", title: "Why", text: ["To talk", "To be safe"] },
    { article: "15(2)", title: "Where to", text: ["Nowhere"] },
  ],
};

function page(
  fields: Record<string, unknown>,
  { name = "profiles", about = ABOUT, locale = "en" } = {},
): string {
  const collection: ExportedCollection = {
    ...{ name, about: "", purpose: "profile", basis: "contract" },
    records: [{ roles: ["member"], fields }],
  };
  return indexPage(about, [collection], t, locale);
}

/** Names and values of the one record, as the page shows them. */
function rows(html: string): string[][] {
  const [table] = elements(html, "table");
  return elements(table.inner, "tr").map(({ inner }) =>
    elements(inner, "th|td").map((cell) => cell.inner)
  );
}

Deno.test("P03: each field stands beside its name, in the order of the record", () => {
  assertEquals(rows(page({ username: "Ada", interests: ["go", "jazz"] })), [
    ["username", "Ada"],
    ["interests", "[&quot;go&quot;,&quot;jazz&quot;]"],
  ]);
});

Deno.test("P03: what is not there is a dash, what is false or zero is said", () => {
  const fields = { none: null, missing: undefined, no: false, zero: 0, one: 1 };
  assertEquals(rows(page(fields)).map(([, value]) => value), [
    "–",
    "–",
    "false",
    "0",
    "1",
  ]);
});

Deno.test("P03: a time is said as one, by the second and in UTC", () => {
  const at = Date.UTC(2026, 10, 23, 12, 34, 56, 789);
  assertEquals(rows(page({ at }))[0][1], "2026-11-23T12:34:56.789Z");
});

Deno.test("P03: whatever somebody wrote, a browser that opens their copy runs none of it", () => {
  const evil = fc.tuple(
    fc.string(),
    fc.constantFrom(
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "</table></body><iframe>",
      "&lt;script&gt;",
      "<!--",
    ),
    fc.string(),
  ).map((parts) => parts.join(""));
  fc.assert(fc.property(evil, evil, (name, value) => {
    const html = page({
      [name]: value,
      listed: [value],
      deep: { [name]: value },
    });
    assertEquals(elements(html, "script|img|iframe"), []);
    assertEquals(html.includes("<!--"), false);
    assertEquals(elements(html, "table").length, 1);
    assertEquals(elements(html, "body").length, 1);
  }));
});

Deno.test("P03: names of fields and answers are text as well", () => {
  const about = {
    ...ABOUT,
    answers: [{ article: "<b>", title: "<i>", text: ["<u>"] }],
  };
  const html = page({}, { about, locale: '"><b>' });
  assertEquals(elements(html, "b|i|u"), []);
  assertStringIncludes(html, "Millo &amp; Co, millo@example.org");
});

Deno.test("P03: a text that already looks escaped comes back as it was written", () => {
  const written = "&lt;b&gt; &amp;amp; \"quoted\" 'so'";
  const [[, value]] = rows(page({ written }));
  const read = value.replaceAll("&quot;", '"').replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  assertEquals(read, written);
});

Deno.test("P03: the page names each kind in words and where its files are", () => {
  const html = page({}, { name: "profiles" });
  const headings = elements(html, "h3").map(({ inner }) => inner);
  assertEquals(headings[0], kindName(t, "profiles"));
  assertStringIncludes(html, "data/profiles");
});

Deno.test("P03: the page needs nothing from anywhere", () => {
  const html = page({ username: "Ada" });
  assertEquals(elements(html, "link|script|img|iframe"), []);
  assertEquals(/url\(|@import|https?:/.test(html), false);
  assert(html.startsWith("<!doctype html>"));
  assertEquals(elements(html, "html")[0].attributes.lang, "en");
});

Deno.test("P03: every answer stands there with its article", () => {
  const html = page({});
  const headings = elements(html, "h3").map(({ inner }) => inner).slice(1);
  assertEquals(headings, ["Why (15(1)(a))", "Where to (15(2))"]);
  const items = elements(html, "li").map(({ inner }) => inner);
  assertEquals(items, ["To talk", "To be safe", "Nowhere"]);
});
