import { assertEquals } from "@std/assert";
import { elements } from "./html.ts";
import { inBrackets, PAGES, PARTS, render, TALK } from "./specimens.tsx";

/** Attributes that a person sees or hears. */
const SPOKEN = ["aria-label", "alt", "title", "placeholder", "aria-valuetext"];

for (const [name, make] of Object.entries({ ...PAGES, ...TALK, ...PARTS })) {
  Deno.test(`${name}: says nothing that is not in the catalogue`, () => {
    const html = render(make, inBrackets);
    assertEquals(strangeWords(visibleText(html)), []);
    for (const { attributes } of elements(html)) {
      const spoken = SPOKEN.map((key) => attributes[key] ?? "").join(" ");
      assertEquals(strangeWords(spoken), []);
    }
  });
}

/** Names of keys, fields, dates and addresses are the same in every language or made by the system. */
function visibleText(html: string): string {
  return html
    .replace(/<(\w+)[^>]*translate="no".*?<\/\1>/g, "")
    .replace(/<(kbd|time|code)\b.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("millohelpdesk@gmail.com", "")
    .replaceAll(/\bmillo_[a-z]+/g, "");
}

function strangeWords(text: string): string[] {
  return text.replace(/\[[^\]]*\]/g, "").match(/\p{L}+/gu) ?? [];
}
