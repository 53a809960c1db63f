import { assert, assertEquals } from "@std/assert";
import { DAY, newAccountId, newId } from "../../lib/kernel/mod.ts";
import {
  answerTicket,
  ask,
  closeTicket,
  ownTicket,
  type Question,
} from "../../lib/support/mod.ts";
import { supportMessages, tickets } from "../../lib/support/records.ts";
import { listNotices } from "../../lib/notices/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const ANN = { accountId: newAccountId(), locale: "en" };
const BEN = { accountId: newAccountId(), locale: "en" };
const NOBODY = { accountId: null, locale: "en" };

function question(part: Partial<Question> = {}): Question {
  return {
    about: "call",
    text: "It stays black.",
    address: null,
    form: newId(),
    ...part,
  };
}

async function openSupport() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const asked = async (...args: [Question, typeof ANN | typeof NOBODY]) => {
    const result = await ask({ store, clock }, ...args);
    assert(result.ok);
    return result.value;
  };
  return { clock, store, asked, [Symbol.asyncDispose]: () => store.close() };
}

Deno.test("a question gets a number, a ticket and a line in the inbox", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  const ticket = (await support.store.get(tickets, [number]))!.value;
  assertEquals([ticket.state, ticket.accountId], ["open", ANN.accountId]);
  const { notices } = await listNotices(support.store, ANN.accountId, 1);
  assertEquals(notices.map(({ template, values }) => [template, values]), [
    ["supportReceived", { number }],
  ]);
});

Deno.test("the same form sent twice, or ten times at once, is one question", async () => {
  await using support = await openSupport();
  const once = question();
  const numbers = await Promise.all(
    Array.from({ length: 10 }, () => support.asked(once, ANN)),
  );
  assertEquals(new Set(numbers).size, 1);
  const { items } = await support.store.all(supportMessages, { limit: 9 });
  assertEquals(items.length, 1);
  assertEquals(
    (await support.store.all(tickets, { limit: 9 })).items.length,
    1,
  );
});

Deno.test("two forms whose numbers would be the same get two numbers", async () => {
  await using support = await openSupport();
  const form = newId();
  const twin = `${form.slice(0, 8)}${newId().slice(8)}`;
  const one = await support.asked(question({ form }), ANN);
  const two = await support.asked(question({ form: twin }), BEN);
  assert(one !== two);
  assertEquals(
    (await support.store.all(tickets, { limit: 9 })).items.length,
    2,
  );
});

Deno.test("an answer goes to the inbox, and to the account's address if it has one", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  support.clock.pass(1);
  const answered = await answerTicket(support, { number, text: "Restart it." });
  assertEquals(answered.ok, true);
  const { notices: [newest] } = await listNotices(
    support.store,
    ANN.accountId,
    1,
  );
  assertEquals(newest.values, { number, answer: "Restart it." });
  const [{ value }] = (await support.store.all(mails, { limit: 9 })).items;
  assertEquals([value.accountId, value.to], [ANN.accountId, null]);
  const ticket = (await support.store.get(tickets, [number]))!.value;
  assertEquals(ticket.state, "answered");
});

Deno.test("an answer goes to the address that was given with the question", async () => {
  await using support = await openSupport();
  const address = "kim@example.org";
  for (const asker of [NOBODY, ANN]) {
    const number = await support.asked(question({ address }), asker);
    await answerTicket(support, { number, text: "Yes." });
  }
  const { items } = await support.store.all(mails, { limit: 9 });
  assertEquals(items.map(({ value }) => value.to), [address, address]);
});

Deno.test("a person goes on with a ticket of their own, and with no other", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  await answerTicket(support, { number, text: "Try again." });
  const again = { ticket: number.toLowerCase() };
  assertEquals(await support.asked(question(again), ANN), number);
  const { value } = (await support.store.get(tickets, [number]))!;
  assertEquals(value.state, "open");
  for (const other of [BEN, NOBODY]) {
    assert(await support.asked(question(again), other) !== number);
  }
  assertEquals(await ownTicket(support.store, BEN.accountId, number), null);
  const listed = await support.store.list(supportMessages, "byTicket", {
    of: [number],
    limit: 9,
  });
  assertEquals(listed.items.length, 3);
});

Deno.test("a closed ticket takes no answer, and a new message a new number", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  assertEquals((await closeTicket(support, number)).ok, true);
  assertEquals(await answerTicket(support, { number, text: "Late." }), {
    ok: false,
    refusal: "closed",
  });
  assert(await support.asked(question({ ticket: number }), ANN) !== number);
  assertEquals(await answerTicket(support, { number: "0000-0000", text: "" }), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("a ticket ends 180 days after the last change, words and all", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), NOBODY);
  support.clock.pass(180 * DAY - 1);
  assert(await support.store.get(tickets, [number]));
  support.clock.pass(2);
  assertEquals(await support.store.get(tickets, [number]), null);
  assertEquals(
    (await support.store.all(supportMessages, { limit: 9 })).items,
    [],
  );
});
