import { assertEquals } from "@std/assert";
import { LANGUAGES } from "../../lib/accounts/mod.ts";
import { ownLanguageName } from "../../lib/i18n/mod.ts";

Deno.test("a language goes by the name that its own speakers use", () => {
  const names = ["de", "pt", "ar", "ja", "tr"].map(ownLanguageName);
  assertEquals(names, ["Deutsch", "Português", "العربية", "日本語", "Türkçe"]);
});

Deno.test("every language that can be spoken here has a name, and no two the same", () => {
  const names = LANGUAGES.map(ownLanguageName);
  assertEquals(new Set(names).size, LANGUAGES.length);
  for (const [n, name] of names.entries()) {
    assertEquals(name === LANGUAGES[n], false, name);
  }
});

Deno.test("a language without a known name goes by its code", () => {
  assertEquals(ownLanguageName("qaa"), "Qaa");
});
