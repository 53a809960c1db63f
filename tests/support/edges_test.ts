import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { newAccountId, newId } from "../../lib/kernel/mod.ts";
import { listNotices } from "../../lib/notices/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import {
  answerTicket,
  ask,
  closeTicket,
  ownTicket,
  type Question,
} from "../../lib/support/mod.ts";
import { numberFrom, readNumber } from "../../lib/support/number.ts";
import { supportMessages, tickets } from "../../lib/support/records.ts";
import { TestClock } from "../helpers/clock.ts";

const ANN = { accountId: newAccountId(), locale: "en" };
const BEN = { accountId: newAccountId(), locale: "en" };
const NOBODY = { accountId: null, locale: "en" };

function question(part: Partial<Question> = {}): Question {
  return {
    ...{ about: "call", text: "It stays black.", address: null, form: newId() },
    ...part,
  };
}

async function openSupport() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const deps = { store, clock };
  const asked = async (given: Question, asker: typeof ANN | typeof NOBODY) => {
    const result = await ask(deps, given, asker);
    assert(result.ok);
    return result.value;
  };
  const count = async () => {
    const questions = await store.all(supportMessages, { limit: 99 });
    const numbers = await store.all(tickets, { limit: 99 });
    return [numbers.items.length, questions.items.length];
  };
  return {
    ...{ ...deps, asked, count },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("another text in a form that was sent before is a question of its own", async () => {
  await using support = await openSupport();
  const form = newId();
  const first = await support.asked(question({ form }), ANN);
  const second = await support.asked(question({ form, text: "And now?" }), ANN);
  assert(first !== second);
  assertEquals(await support.count(), [2, 2]);
});

Deno.test("the same words in a form by somebody else are theirs", async () => {
  await using support = await openSupport();
  const same = question();
  const numbers = [
    await support.asked(same, ANN),
    await support.asked(same, BEN),
    await support.asked(same, NOBODY),
  ];
  assertEquals(new Set(numbers).size, 3);
  const mine = await ownTicket(support.store, ANN.accountId, numbers[0]);
  assertEquals(mine?.value.accountId, ANN.accountId);
});

Deno.test("a visitor's question is nobody's ticket: no number opens it", async () => {
  await using support = await openSupport();
  const number = await support.asked(
    question({ address: "kim@example.org" }),
    NOBODY,
  );
  assertEquals(await ownTicket(support.store, null, number), null);
  assertEquals(await ownTicket(support.store, ANN.accountId, number), null);
});

Deno.test("what is no number opens nothing", async () => {
  await using support = await openSupport();
  await support.asked(question(), ANN);
  for (
    const typed of [undefined, "", "0000-0000", "UUUU-UUUU", "x".repeat(20)]
  ) {
    assertEquals(await ownTicket(support.store, ANN.accountId, typed), null);
  }
});

Deno.test("going on with a question takes the address that is given now", async () => {
  await using support = await openSupport();
  const old = "old@example.org";
  const number = await support.asked(question({ address: old }), ANN);
  await support.asked(question({ ticket: number, address: null }), ANN);
  const { value } = (await support.store.get(tickets, [number]))!;
  assertEquals([value.address, value.state], [null, "open"]);
});

Deno.test("nothing is kept of somebody who is being erased", async () => {
  await using support = await openSupport();
  await support.store.addTombstone(ANN.accountId, support.clock.now());
  assertEquals(await ask(support, question(), ANN), {
    ok: false,
    refusal: "erased",
  });
  assertEquals(await support.count(), [0, 0]);
});

Deno.test("an answer to a question of somebody who was erased is refused", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  await support.store.addTombstone(ANN.accountId, support.clock.now());
  assertEquals(await answerTicket(support, { number, text: "Yes." }), {
    ok: false,
    refusal: "erased",
  });
});

Deno.test("two answers at once: one of them is told that the question changed", async () => {
  await using support = await openSupport();
  const number = await support.asked(question(), ANN);
  const answers = await Promise.all(
    ["One.", "Two."].map((text) => answerTicket(support, { number, text })),
  );
  assertEquals(answers.filter(({ ok }) => ok).length, 1);
  assertEquals(answers.filter(({ ok }) => !ok), [
    { ok: false, refusal: "changed" },
  ]);
  const { notices } = await listNotices(support.store, ANN.accountId, 1);
  const told = notices.filter(({ template }) => template === "supportAnswered");
  assertEquals(told.length, 1);
});

Deno.test("what is not there cannot be closed, and closing again changes nothing", async () => {
  await using support = await openSupport();
  assertEquals(await closeTicket(support, "0000-0000"), {
    ok: false,
    refusal: "unknown",
  });
  const number = await support.asked(question(), ANN);
  assertEquals((await closeTicket(support, number)).ok, true);
  assertEquals((await closeTicket(support, number)).ok, true);
  assertEquals(await ownTicket(support.store, ANN.accountId, number), null);
});

Deno.test("a number is read however it is written, and reading it again is the same", () => {
  const id = fc.integer({ min: 0, max: 1e6 }).map(() => newId());
  const spoilt = fc.constantFrom<(number: string) => string>(
    (number) => number.toLowerCase(),
    (number) => number.replace("-", ""),
    (number) => ` ${number} `,
    (number) => [...number].join(" "),
    (number) => number.replaceAll("0", "O").replaceAll("1", "l"),
    (number) => number.replaceAll("1", "I").replace("-", "—"),
  );
  fc.assert(fc.property(id, spoilt, (id, spoil) => {
    const number = numberFrom(id);
    assertEquals(readNumber(spoil(number)), number);
  }));
});

Deno.test("any text is a number in its one spelling, or none", () => {
  fc.assert(fc.property(fc.string(), (typed) => {
    const number = readNumber(typed);
    assert(
      number === null || /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/
        .test(number),
    );
    if (number !== null) assertEquals(readNumber(number), number);
  }));
});
