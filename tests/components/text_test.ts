import { assertEquals } from "@std/assert";
import { elements } from "./html.ts";
import { inBrackets, PAGES, render, TALK } from "./specimens.tsx";

/** Attributes that a person sees or hears. */
const SPOKEN = ["aria-label", "alt", "title", "placeholder", "aria-valuetext"];

for (const [name, make] of Object.entries({ ...PAGES, ...TALK })) {
  Deno.test(`${name}: says nothing that is not in the catalogue`, () => {
    const html = render(make, inBrackets);
    assertEquals(strangeWords(visibleText(html)), []);
    for (const { attributes } of elements(html)) {
      const spoken = SPOKEN.map((key) => attributes[key] ?? "").join(" ");
      assertEquals(strangeWords(spoken), []);
    }
  });
}

/** Names of keys, dates and addresses are the same in every language or made by the system. */
function visibleText(html: string): string {
  return html
    .replace(/<(kbd|time)\b.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("millohelpdesk@gmail.com", "");
}

function strangeWords(text: string): string[] {
  return text.replace(/\[[^\]]*\]/g, "").match(/\p{L}+/gu) ?? [];
}
