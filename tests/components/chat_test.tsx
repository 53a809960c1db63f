import { assertEquals } from "@std/assert";
import { Chat } from "../../components/talk/Chat.tsx";
import { translator } from "../../lib/i18n/mod.ts";
import { elements } from "./html.ts";
import { render } from "./specimens.tsx";

const t = translator();

/** The field and what stands above it, with so much left. */
function fieldWith(characters: number, bytes = 9_000) {
  const rest = { characters, bytes };
  const html = render(
    (t) => <Chat t={t} messages={[]} left={() => rest} onSend={() => {}} />,
    t,
  );
  const [{ attributes: field }] = elements(html, "input");
  const [{ attributes: told, inner }] = elements(html, "p");
  return { field, told, text: inner };
}

Deno.test("the chat's field counts only near its end", () => {
  assertEquals(fieldWith(500).text, "");
  assertEquals(fieldWith(51).text, "");
  assertEquals(fieldWith(50).text, "50 characters left");
  assertEquals(fieldWith(1).text, "1 character left");
  assertEquals(fieldWith(0).text, "0 characters left");
});

Deno.test("a text that is too long is said to be so, and is not cut", () => {
  const { field, told, text } = fieldWith(-1);
  assertEquals(text, "1 character too long");
  assertEquals([told.role, told.class], ["status", "left over"]);
  assertEquals([field["aria-invalid"], field["aria-describedby"]], [
    "true",
    told.id,
  ]);
  assertEquals("maxlength" in field, false);
  const large = fieldWith(400, -1);
  assertEquals(large.text, t("talk.chat.large"));
  assertEquals(large.field["aria-invalid"], "true");
  assertEquals("aria-invalid" in fieldWith(0).field, false);
});
