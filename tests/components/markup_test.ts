import { assert, assertEquals } from "@std/assert";
import {
  createTranslator,
  messagesFor,
  translator,
} from "../../lib/i18n/mod.ts";
import { openApp } from "../helpers/app.ts";
import { meetPages, routesOf } from "../helpers/pages.ts";
import { elements } from "./html.ts";
import { PAGES, PARTS, render, type Specimens, TALK } from "./specimens.tsx";

const MAX_KEY_LENGTH = 40;

/** What the island of the live page is given, and no more. */
const talk = createTranslator(
  { ...messagesFor("talk"), ...messagesFor("report") },
  "en",
);

type Check = (html: string) => void;

/** What holds for whole pages too, as a browser gets them. */
const RULES: [string, Check][] = [];

function each(
  rule: string,
  check: Check,
  specimens: Specimens = { ...PAGES, ...TALK, ...PARTS },
): void {
  if (!OF_COMPONENTS.includes(rule)) RULES.push([rule, check]);
  for (const [name, make] of Object.entries(specimens)) {
    Deno.test(`${name}: ${rule}`, () => {
      check(render(make, name in TALK ? talk : translator()));
    });
  }
}

const OF_COMPONENTS = [
  "has no inline style and no inline script",
  "has a way past the bar",
];

each("has one heading of the first rank and one main part", (html) => {
  assertEquals(elements(html, "h1").length, 1);
  assertEquals(elements(html, "main").length, 1);
}, { ...PAGES, ...TALK });

each("has no inline style and no inline script", (html) => {
  for (const { name, attributes } of elements(html)) {
    assert(name !== "script" && name !== "style", name);
    assert(!("style" in attributes), `${name} has a style`);
    assert(!Object.keys(attributes).some((key) => /^on[a-z]/.test(key)), name);
  }
});

each("gives every id once", (html) => {
  const ids = idsIn(html);
  assertEquals(ids.length, new Set(ids).size);
});

each("refers only to ids that are there", (html) => {
  const ids = new Set(idsIn(html));
  for (const { name, attributes } of elements(html)) {
    for (const id of referredBy(attributes)) {
      assert(ids.has(id), `${name} refers to ${id}, which is not there`);
    }
  }
});

each("labels every input", (html) => {
  const labels = elements(html, "label");
  for (const { attributes } of elements(html, "input|select|textarea")) {
    if (attributes.type === "hidden") continue;
    const label = labels.find((label) =>
      label.attributes.for === attributes.id ||
      label.inner.includes(`id="${attributes.id}"`)
    );
    assert(label, `${attributes.name} has no label`);
  }
});

each("gives every picture its size and its words", (html) => {
  for (const { attributes } of elements(html, "img")) {
    assert(
      attributes.width && attributes.height,
      `${attributes.src} has no size`,
    );
    assert("alt" in attributes, `${attributes.src} has no words`);
  }
});

/** Some browsers drop the meaning of a table together with its display. */
each("gives each part of a table that folds its role", (html) => {
  for (const table of elements(html, "table")) {
    const classes = table.attributes.class?.split(" ") ?? [];
    if (!classes.includes("folds") && !classes.includes("fold")) continue;
    assertEquals(table.attributes.role, "table");
    const parts = elements(table.inner, "thead|tbody|tr|th|td");
    for (const { name, attributes } of parts) {
      assert(attributes.role, `${name} has no role`);
    }
  }
});

/** Fresh writes keys into the page: texts would stand there twice. */
each("has short keys only", (html) => {
  const keys = [...html.matchAll(/data-frsh-key="([^"]*)"|frsh:key:(.*?)-->/g)]
    .map(([, ofElement, ofComponent]) => ofElement ?? ofComponent);
  assertEquals(keys.filter((key) => key.length > MAX_KEY_LENGTH), []);
});

each("names a type for every button", (html) => {
  for (const { attributes } of elements(html, "button")) {
    assert(["button", "submit"].includes(attributes.type));
  }
});

each("offers one step forward at most", (html) => {
  const steps = elements(html, "a|button").filter(({ attributes }) =>
    attributes.class?.split(" ").includes("go")
  );
  assert(steps.length <= 1, `${steps.length} steps`);
});

each("has a way past the bar", (html) => {
  const [first] = elements(html, "a|button|input|select|textarea|summary");
  assertEquals(first.attributes.class, "skip");
  assertEquals(first.attributes.href, "#main");
}, PAGES);

each("links nowhere but to pages of Millo, mail and helplines", (html) => {
  for (const { attributes: { href } } of elements(html, "a")) {
    const way = href.replaceAll("&amp;", "&");
    assert(
      WAYS_OUT.test(way) || ways.some((route) => route.test(pathIn(way))),
      `${href} leads nowhere`,
    );
  }
});

Deno.test("every page keeps these rules, as whoever may see it gets it", async () => {
  await using app = await openApp();
  const broken: string[] = [];
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const html = await (await (await app.as(role)).get(path)).text();
    for (const [rule, check] of RULES) {
      try {
        check(html);
      } catch (fault) {
        broken.push(`${path} ${rule}: ${(fault as Error).message}`);
      }
    }
  }
  assertEquals(broken, []);
});

Deno.test("a page carries a script if it has an island, and else none", async () => {
  await using app = await openApp();
  const wrong: string[] = [];
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const answer = await (await app.as(role)).get(path);
    const html = await answer.text();
    const scripted = /<script|modulepreload/.test(html) ||
      answer.headers.has("link");
    const lives = html.includes("<!--frsh:island:");
    if (scripted !== lives) wrong.push(path);
  }
  assertEquals(wrong, []);
});

const ways = [...(await routesOf(/\.tsx?$/)).values()];

const WAYS_OUT =
  /^(#.+|mailto:millohelpdesk@gmail\.com|https:\/\/(childhelplineinternational\.org\/helplines\/|stopncii\.org|takeitdown\.ncmec\.org))$|^tel:\d{3}$/;

function pathIn(href: string): string {
  return href.split(/[?#]/)[0];
}

function idsIn(html: string): string[] {
  return elements(html).flatMap(({ attributes: { id } }) => id ?? []);
}

function referredBy(attributes: Record<string, string>): string[] {
  const { href } = attributes;
  const listed = ["aria-describedby", "aria-labelledby", "for", "popovertarget"]
    .flatMap((key) => attributes[key]?.split(" ") ?? []);
  return href?.startsWith("#") ? [...listed, href.slice(1)] : listed;
}
