import { assert, assertEquals } from "@std/assert";
import { savedMessages, saveMessage } from "../../lib/chat/mod.ts";
import { chatMessages } from "../../lib/chat/records.ts";
import { MINUTE, newAccountId, newId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const [ADA, BEN] = [newAccountId(), newAccountId()];
const CALL = newId();

async function openChat() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const say = (text: string, call = CALL) =>
    saveMessage({ store, clock }, { call, from: ADA, to: BEN, text });
  const texts = async (call = CALL) =>
    (await savedMessages(store, call)).map(({ text }) => text);
  return {
    ...{ clock, store, say, texts },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("a message is kept as it is shown, with who wrote it and when", async () => {
  await using chat = await openChat();
  const saved = await chat.say("  hello\nben ");
  assert(saved.ok);
  assertEquals(saved.value.text, "hello ben");
  assertEquals(await savedMessages(chat.store, CALL), [
    { ...saved.value, from: ADA, at: chat.clock.now() },
  ]);
});

Deno.test("what is refused is not kept", async () => {
  await using chat = await openChat();
  assertEquals(await chat.say(" \u0007 "), { ok: false, refusal: "empty" });
  assertEquals(await chat.say("x".repeat(501)), { ok: false, refusal: "long" });
  assertEquals(await chat.texts(), []);
});

Deno.test("nothing is kept of or for somebody who was erased", async () => {
  for (const erased of [ADA, BEN]) {
    await using chat = await openChat();
    await chat.store.addTombstone(erased, chat.clock.now());
    assertEquals(await chat.say("hello"), { ok: false, refusal: "erased" });
    assertEquals(await chat.texts(), []);
  }
});

Deno.test("a call's messages are its own, oldest first", async () => {
  await using chat = await openChat();
  for (const text of ["one", "two", "three"]) {
    await chat.say(text);
    chat.clock.pass(1);
  }
  await chat.say("elsewhere", newId());
  assertEquals(await chat.texts(), ["one", "two", "three"]);
});

Deno.test("of a long talk the newest hundred are told again", async () => {
  await using chat = await openChat();
  for (let n = 1; n <= 103; n++) {
    await chat.say(`${n}`);
    chat.clock.pass(1);
  }
  const texts = await chat.texts();
  assertEquals([texts.length, texts[0], texts.at(-1)], [100, "4", "103"]);
});

Deno.test("each message lasts its own fifteen minutes", async () => {
  await using chat = await openChat();
  await chat.say("early");
  chat.clock.pass(MINUTE);
  await chat.say("late");
  chat.clock.pass(14 * MINUTE);
  assertEquals(await chat.texts(), ["late"]);
  chat.clock.pass(MINUTE);
  assertEquals((await chat.store.all(chatMessages, { limit: 9 })).items, []);
});
