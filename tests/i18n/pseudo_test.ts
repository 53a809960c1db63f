import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  LOCALES,
  type MessageKey,
  messagesFor,
  translator,
} from "../../lib/i18n/mod.ts";
import { en } from "../../lib/i18n/messages/en.ts";

const accented = translator("en-XA");
const reversed = translator("ar-XB");

Deno.test("a made-up language marks every message and keeps what it is told", () => {
  const title = accented("app.title", { page: "here" });
  assert(title.startsWith("⟦here · Mîļļö"), title);
  assert(title.endsWith("·⟧"), title);
  assertStringIncludes(
    accented("fault.429.wait", { seconds: 1 }),
    "1 šéçöñď,",
  );
  assertStringIncludes(
    accented("fault.429.wait", { seconds: 20 }),
    "20 šéçöñďš",
  );
});

Deno.test("a made-up language is a third longer, as translations are", () => {
  const [plain, longer] = [en["age.lead"], accented("age.lead")];
  assert(longer.length > plain.length * 1.3);
});

Deno.test("names of keys and addresses are not made up", () => {
  assertStringIncludes(accented("home.steps.leave.text"), "`Esc`");
});

Deno.test("text from right to left is marked as such", () => {
  assertEquals(reversed("foot.rules"), "⟦\u202eHouse rules\u202c⟧");
});

Deno.test("every message can be read by the formatter in every language", () => {
  for (const locale of LOCALES) {
    const t = translator(locale) as (key: string, values: object) => string;
    for (const key of Object.keys(en)) {
      const names = [...en[key as MessageKey].matchAll(/\{(\w+)/g)];
      const values = Object.fromEntries(names.map(([, name]) => [name, 7]));
      assert(t(key, values).length > 0, `${locale} ${key}`);
    }
  }
});

Deno.test("an island is given the made-up words as well", () => {
  const messages = messagesFor("talk", "en-XA");
  assertEquals(messages["talk.call.next"]?.startsWith("⟦"), true);
});
