import { assert, assertEquals } from "@std/assert";
import {
  createTranslator,
  messagesFor,
  translator,
} from "../../lib/i18n/mod.ts";
import { elements } from "./html.ts";
import { PAGES, render, type Specimens, TALK } from "./specimens.tsx";

const talk = createTranslator(messagesFor("talk"), "en");

function each(
  rule: string,
  check: (html: string) => void,
  specimens: Specimens = { ...PAGES, ...TALK },
): void {
  for (const [name, make] of Object.entries(specimens)) {
    Deno.test(`${name}: ${rule}`, () => {
      check(render(make, name in TALK ? talk : translator()));
    });
  }
}

each("has one heading of the first rank and one main part", (html) => {
  assertEquals(elements(html, "h1").length, 1);
  assertEquals(elements(html, "main").length, 1);
});

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
  for (const { attributes } of elements(html, "input")) {
    const label = labels.find((label) =>
      label.attributes.for === attributes.id ||
      label.inner.includes(`id="${attributes.id}"`)
    );
    assert(label, `${attributes.name} has no label`);
  }
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
  assert(html.startsWith('<a class="skip" href="#main">'));
}, PAGES);

each("links nowhere but to pages of Millo, mail and helplines", (html) => {
  for (const { attributes: { href } } of elements(html, "a")) {
    assert(
      KNOWN_WAYS.test(href.replaceAll("&amp;", "&")),
      `${href} leads out of this slice`,
    );
  }
});

const KNOWN_WAYS =
  /^(#.+|\/|\/age|\/rules|\/policies\/privacy|mailto:millohelpdesk@gmail\.com|https:\/\/childhelplineinternational\.org\/helplines\/)$/;

function idsIn(html: string): string[] {
  return elements(html).flatMap(({ attributes: { id } }) => id ?? []);
}

function referredBy(attributes: Record<string, string>): string[] {
  const { href } = attributes;
  const listed = ["aria-describedby", "aria-labelledby", "for", "popovertarget"]
    .flatMap((key) => attributes[key]?.split(" ") ?? []);
  return href?.startsWith("#") ? [...listed, href.slice(1)] : listed;
}
