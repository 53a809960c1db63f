import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openApp } from "../helpers/app.ts";
import { elements, linksOf } from "./html.ts";

Deno.test("a visitor finds the way back in the bar and at the foot", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/")).text();
  assert(linksOf(html, "header").includes("/account/return"));
  assert(linksOf(html, "footer").includes("/account/return"));
  assertEquals(linksOf(html, "header").includes("/account"), false);
});

Deno.test("whoever is signed in is offered no way back", async () => {
  await using app = await openApp();
  const html = await (await (await app.as("member")).get("/")).text();
  const links = [...linksOf(html, "header"), ...linksOf(html, "footer")];
  assertEquals(links.includes("/account/return"), false);
  assert(linksOf(html, "header").includes("/account"));
  assert(links.includes("/safety"));
});

Deno.test("the first page lists every key, and only where there are keys", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/")).text();
  const section = elements(html, "section").find(({ attributes }) =>
    attributes.class?.split(" ").includes("only-keys")
  );
  const keys = elements(section!.inner, "kbd").map(({ inner }) => inner);
  assertEquals(keys, ["Esc", "→", "Esc", "M", "V", "!"]);
  const css = await Deno.readTextFile("static/styles/pages/home.css");
  assert(
    /hover: none\) and \(pointer: coarse\) \{\s*\.only-keys \{\s*display: none/
      .test(css),
  );
});

Deno.test("danger comes first on the safety page, with numbers to tap", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/safety")).text();
  const headings = elements(html, "h2").map(({ attributes }) => attributes.id);
  assertEquals(headings[0], "danger");
  const numbers = linksOf(html, "main").filter((to) => to.startsWith("tel:"));
  assertEquals(numbers, ["tel:112", "tel:911", "tel:999", "tel:000"]);
});

Deno.test("the empty subject of a message says what it wants", async () => {
  await using app = await openApp();
  const html = await (await (await app.as("member")).get("/contact")).text();
  const [first] = elements(html, "option").filter(({ attributes }) =>
    attributes.value === ""
  );
  assertEquals(first.inner, "Choose a subject");
});

Deno.test("on consent each box stands before the text that it is about", async () => {
  await using app = await openApp();
  const html = await (await (await app.as("gated")).get("/consent")).text();
  const at = (text: string) => html.indexOf(text);
  for (const name of ["rules", "policy"]) {
    assert(at(`id="${name}"`) > 0);
    assert(at(`id="${name}"`) < html.indexOf("<details", at(`id="${name}"`)));
  }
  // What is needed comes before what is a choice.
  assert(at('id="policy"') < at('id="analytics"'));
  assertStringIncludes(html, 'href="/policies/privacy" target="_blank"');
});

Deno.test("a long table of a text is folded, a short one is not", async () => {
  await using app = await openApp();
  const policy = await (await app.fetch("/policies/privacy")).text();
  const folds = elements(policy, "details").filter(({ attributes }) =>
    attributes.class === "fold"
  );
  assertEquals(folds.length, 1);
  assert(elements(folds[0].inner, "tr").length > 10);
  const cookies = await (await app.fetch("/policies/cookies")).text();
  assertEquals(elements(cookies, "details"), []);
});

Deno.test("what loses something looks like it", async () => {
  const css = await Deno.readTextFile("static/styles/components/button.css");
  assert(/\.btn\.danger \{[^}]*background: var\(--danger-fill\)/.test(css));
  // On touch a hover stays behind after the press.
  const touch = css.replaceAll(/@media \(hover: hover\) \{[^]*?\n {2}\}/g, "");
  assertEquals(touch.includes(":hover"), false);
});
