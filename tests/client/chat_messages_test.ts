import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type ChatState,
  clearedChat,
  NO_CHAT,
  withArrived,
  withSaid,
  withSent,
  withUnsaid,
} from "../../lib/client/chat_messages.ts";

const ME = "a".repeat(26);
const THEM = "b".repeat(26);
const MAX_MESSAGES = 200;

/** One thing that may happen to the text of a call. */
type Happening = (chat: ChatState) => ChatState;

const id = fc.integer({ min: 0, max: 9 }).map((n) => `id-${n}`);
const ref = fc.integer({ min: 0, max: 5 });
const text = fc.constantFrom("one", "two", "three");

const happening: fc.Arbitrary<Happening> = fc.oneof(
  text.map((text): Happening => (chat) => withSent(chat, text)),
  fc.record({ ref, id, text })
    .map((said): Happening => (chat) => withSaid(chat, said)),
  ref.map((ref): Happening => (chat) => withUnsaid(chat, ref)),
  fc.record({ id, from: fc.constantFrom(ME, THEM), text })
    .map((message): Happening => (chat) =>
      withArrived(chat, { ...message, at: 1 }, ME)
    ),
  fc.constant(clearedChat),
);

function after(happenings: readonly Happening[], chat = NO_CHAT): ChatState {
  return happenings.reduce((before, happen) => happen(before), chat);
}

Deno.test("whatever comes in whatever order, no message is shown twice", () => {
  fc.assert(fc.property(fc.array(happening), (happenings) => {
    const ids = after(happenings).shown.map(({ id }) => id);
    assertEquals(ids.length, new Set(ids).size);
  }));
});

Deno.test("a number is given to one message only, over calls too", () => {
  fc.assert(fc.property(fc.array(happening), (happenings) => {
    let chat = NO_CHAT;
    for (const happen of happenings) {
      const next = happen(chat);
      const isNew = next.sent.size > chat.sent.size;
      assertEquals(next.nextRef, chat.nextRef + (isNew ? 1 : 0));
      assert([...next.sent.keys()].every((ref) => ref < next.nextRef));
      chat = next;
    }
  }));
});

Deno.test("nothing that happens changes what a page holds already", () => {
  fc.assert(fc.property(
    fc.array(happening),
    happening,
    (happenings, happen) => {
      const chat = after(happenings);
      const before = structuredClone(chat);
      happen(chat);
      assertEquals(chat, before);
    },
  ));
});

Deno.test("what is shown stays in its order, and new text comes last", () => {
  fc.assert(fc.property(
    fc.array(happening),
    happening.filter((happen) => happen !== clearedChat),
    (happenings, happen) => {
      const before = after(happenings).shown;
      const then = happen(after(happenings)).shown;
      assertEquals(then.slice(0, before.length), before);
      assert(then.length - before.length <= 1);
    },
  ));
});

Deno.test("after 200 messages the oldest go, one for each that comes", () => {
  const arrivals = Array.from(
    { length: MAX_MESSAGES + 3 },
    (_, n): Happening => (chat) =>
      withArrived(chat, { id: `${n}`, from: THEM, text: "x", at: n }, ME),
  );
  const { shown } = after(arrivals);
  assertEquals(shown.length, MAX_MESSAGES);
  assertEquals([shown[0].id, shown.at(-1)?.id], ["3", `${MAX_MESSAGES + 2}`]);
});

Deno.test("a message is on its way until the server answers, either way", () => {
  const sent = withSent(withSent(NO_CHAT, "hello"), "there");
  assertEquals([...sent.sent], [[0, "hello"], [1, "there"]]);
  assertEquals(sent.shown, []);
  const said = withSaid(sent, { ref: 0, id: "m", text: "hello" });
  assertEquals([...said.sent.keys()], [1]);
  const unsaid = withUnsaid(said, 1);
  assertEquals(unsaid.sent.size, 0);
  assertEquals(unsaid.shown, [
    { id: "m", from: "me", text: "hello" },
    { id: "unsaid-1", from: "me", text: "there", failed: true },
  ]);
});

Deno.test("the text is shown as the server keeps it, not as it was typed", () => {
  const sent = withSent(NO_CHAT, "e\u0301\u0301\u0301\u0301\u0301");
  const said = withSaid(sent, { ref: 0, id: "m", text: "é" });
  assertEquals(said.shown.map(({ text }) => text), ["é"]);
});

Deno.test("an answer to what is not on its way shows no failure", () => {
  assertEquals(withUnsaid(NO_CHAT, 7), NO_CHAT);
  const late = clearedChat(withSent(NO_CHAT, "to the last call"));
  assertEquals(withUnsaid(late, 0), late);
});

Deno.test("a message that the room brought first is not shown again when it is said", () => {
  const sent = withSent(NO_CHAT, "hello");
  const arrived = withArrived(
    sent,
    { id: "m", from: ME, text: "hello", at: 1 },
    ME,
  );
  const said = withSaid(arrived, { ref: 0, id: "m", text: "hello" });
  assertEquals(said.shown, [{ id: "m", from: "me", text: "hello" }]);
  assertEquals(said.sent.size, 0);
});
