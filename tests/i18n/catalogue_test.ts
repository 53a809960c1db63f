import { assert, assertEquals } from "@std/assert";
import { openApp, type TestBrowser } from "../helpers/app.ts";
import { meetPages, pageRoutes } from "../helpers/pages.ts";
import { elements } from "../components/html.ts";

/** Attributes that a person sees or hears. */
const SPOKEN = ["aria-label", "alt", "title", "placeholder", "aria-valuetext"];

const PSEUDO = { MILLO_PSEUDO: "on" };

Deno.test("every page of routes/ is met by somebody", async () => {
  await using app = await openApp();
  const met = await meetPages((role) => app.as(role));
  const missed = [...await pageRoutes()].filter(([, pattern]) =>
    !met.some(({ path }) => pattern.test(path.split("?")[0]))
  );
  assertEquals(missed.map(([file]) => file), []);
});

Deno.test("no page says anything that is not in the catalogue", async () => {
  await using app = await openApp(PSEUDO);
  const strange: string[] = [];
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const browser = await app.as(role);
    const html = await (await inLanguage(browser, path, "en-XA")).text();
    assert(html.includes('lang="en-XA"'), path);
    const words = strangeWords(html);
    if (words.length > 0) strange.push(`${path}: ${words.join(" ")}`);
  }
  assertEquals(strange, []);
});

Deno.test("every page turns round for a language from right to left", async () => {
  await using app = await openApp(PSEUDO);
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const browser = await app.as(role);
    const html = await (await inLanguage(browser, path, "ar-XB")).text();
    const [root] = elements(html, "html");
    assertEquals(
      [root.attributes.lang, root.attributes.dir],
      ["ar-XB", "rtl"],
      path,
    );
  }
});

function inLanguage(
  browser: TestBrowser,
  path: string,
  locale: string,
): Promise<Response> {
  return browser.fetch(path, { headers: { "accept-language": locale } });
}

/**
 * Words outside of ⟦ and ⟧. Names of keys, times, codes, numbers and addresses are no
 * words; what is said in one language only, such as the text that was agreed
 * to, says which (`lang`), and names say that they are none (`translate`).
 */
function strangeWords(html: string): string[] {
  const spoken = elements(withoutForeign(html)).flatMap(({ attributes }) =>
    SPOKEN.map((key) => attributes[key] ?? "")
  );
  const body = withoutForeign(html)
    .replace(/<(kbd|time|code|data|script)\b.*?<\/\1>/gs, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<[^>]+>/g, " ");
  return [body, ...spoken].flatMap((text) =>
    unmarked(text.replace(/\S+@\S+|\w+_\w+/g, "")).match(/\p{L}{2,}/gu) ?? []
  );
}

/** Drops elements in another language and those that are not translated. */
function withoutForeign(html: string): string {
  const foreign = /<(\w+)(?=[^>]*\s(?:lang="(?!en-XA)|translate="no"))[^>]*>/;
  let rest = html;
  for (let at = foreign.exec(rest); at; at = foreign.exec(rest)) {
    const [element] = elements(rest.slice(at.index), at[1]);
    const end = at.index + at[0].length + element.inner.length;
    rest = rest.slice(0, at.index) + rest.slice(end);
  }
  return rest;
}

/** Messages stand within one another where one is a value of another. */
function unmarked(text: string): string {
  const inner = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return inner === text ? text : unmarked(inner);
}
