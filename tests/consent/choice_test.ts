import { assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import {
  type Choice,
  type ChoiceEvent,
  CHOICES,
  isGiven,
  wordsOf,
} from "../../lib/consent/mod.ts";

const event = fc.record<ChoiceEvent>({
  purpose: fc.constantFrom<Choice>(...CHOICES),
  choice: fc.constantFrom("given", "withdrawn"),
  at: fc.integer({ min: 0, max: 5 }),
});

Deno.test("P38: nobody who said nothing has said yes", () => {
  for (const purpose of CHOICES) assertEquals(isGiven([], purpose), false);
});

Deno.test("P38: the newest word counts, and of two at one instant the withdrawal", () => {
  fc.assert(fc.property(fc.array(event), (ledger) => {
    for (const purpose of CHOICES) {
      const own = ledger.filter((one) => one.purpose === purpose);
      const newest = Math.max(-1, ...own.map(({ at }) => at));
      const last = own.filter(({ at }) => at === newest);
      const withdrawn = last.some(({ choice }) => choice === "withdrawn");
      assertEquals(isGiven(ledger, purpose), last.length > 0 && !withdrawn);
    }
  }));
});

Deno.test("the order of the ledger and other purposes change nothing", () => {
  fc.assert(fc.property(fc.array(event), (ledger) => {
    for (const purpose of CHOICES) {
      const own = ledger.filter((one) => one.purpose === purpose);
      const expected = isGiven(own, purpose);
      assertEquals(isGiven(ledger.toReversed(), purpose), expected);
    }
  }));
});

Deno.test("the words of a choice are those of the language they were read in", () => {
  assertNotEquals(wordsOf("mail", "en"), wordsOf("mail", "en-XA"));
  assertNotEquals(wordsOf("mail", "en"), wordsOf("analytics", "en"));
});
