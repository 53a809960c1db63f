import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  createTranslator,
  longDate,
  type MessageKey,
  messagesFor,
  translator,
} from "../../lib/i18n/mod.ts";
import { en } from "../../lib/i18n/messages/en.ts";

const t = translator();

Deno.test("a message is filled with its values", () => {
  assertEquals(t("app.title", { page: "House rules" }), "House rules · Millo");
});

Deno.test("a message counts in words", () => {
  assertEquals(
    t("fault.429.wait", { seconds: 1 }),
    "That was too fast. Wait 1 second, then try again.",
  );
  assertEquals(
    t("fault.429.wait", { seconds: 20 }),
    "That was too fast. Wait 20 seconds, then try again.",
  );
});

Deno.test("unknown keys and missing values do not compile, and throw", () => {
  // @ts-expect-error No such key
  assertThrows(() => t("home.nothing"), RangeError, "Cannot translate");
  // @ts-expect-error The page is missing
  assertThrows(() => t("app.title"));
  // @ts-expect-error The value has another name
  assertThrows(() => t("app.title", { name: "x" }));
  // @ts-expect-error The message takes no values
  assertEquals(t("home.start", { page: "x" }), "Start talking");
});

Deno.test("a translator is made once for a locale", () => {
  assert(translator("en") === t);
});

Deno.test("an island is given only the messages below its prefix", () => {
  const messages = messagesFor("talk");
  assert(Object.keys(messages).length > 0);
  assert(Object.keys(messages).every((key) => key.startsWith("talk.")));
  const part = createTranslator(messages, "en");
  assertEquals(part("talk.call.next"), "Next");
  assertThrows(() => part("home.start"), RangeError, "home.start");
});

Deno.test("every message can be read by the formatter", () => {
  for (const key of Object.keys(en) as MessageKey[]) {
    const names = en[key].matchAll(/\{(\w+)[,}]/g);
    const values = Object.fromEntries(
      Array.from(names, ([, name]) => [name, 2]),
    );
    const text = (t as (key: string, values: object) => string)(key, values);
    assert(text.length > 0 && !/[{}]/.test(text), `${key}: ${text}`);
  }
});

Deno.test("messages are written in the voice of Millo", () => {
  for (const [key, message] of Object.entries(en)) {
    assert(!message.includes("!"), `${key} shouts`);
    assert(!/\busers?\b/i.test(message), `${key} says user`);
  }
});

Deno.test("a calendar day is the same day in every time zone", () => {
  assertEquals(longDate("2026-11-23", "en"), "23 November 2026");
});
