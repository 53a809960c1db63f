import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import {
  fitsHash,
  isOpenCode,
  MAIL_CODE_LIFE,
  type MailCode,
  mayAskAgain,
  newMailCode,
} from "../../lib/credentials/mod.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";

const NOW = Date.UTC(2026, 10, 23);

function asked(changes: Partial<MailCode> = {}): MailCode {
  return { codeHash: "hash", triesLeft: 3, askedAt: NOW, ...changes };
}

Deno.test("a code has six digits, and what is kept is not it", async () => {
  for (let n = 0; n < 5; n++) {
    const { code, kept } = await newMailCode(NOW);
    assertMatch(code, /^\d{6}$/);
    assertEquals([kept.triesLeft, kept.askedAt], [3, NOW]);
    assert(!JSON.stringify(kept).includes(code));
    assert(await fitsHash(code, kept.codeHash!));
  }
});

Deno.test("a code of zeros at its head keeps them", async () => {
  const { getRandomValues } = crypto;
  crypto.getRandomValues = ((into: Uint32Array) => {
    // The salt of the hash is asked for as well, and in bytes.
    if (into instanceof Uint32Array) into[0] = 3_000_042;
    else getRandomValues.call(crypto, into);
    return into;
  }) as typeof getRandomValues;
  try {
    assertEquals((await newMailCode(NOW)).code, "000042");
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
});

const OPEN: readonly [string, Partial<MailCode>, number, boolean][] = [
  ["at once", {}, 0, true],
  ["in its last moment", {}, MAIL_CODE_LIFE - 1, true],
  ["after ten minutes", {}, MAIL_CODE_LIFE, false],
  ["with its last try", { triesLeft: 1 }, 0, true],
  ["without a try left", { triesLeft: 0 }, 0, false],
  ["once it was typed in", { codeHash: null }, 0, false],
];

for (const [when, changes, after, isOpen] of OPEN) {
  Deno.test(`a code ${isOpen ? "is" : "is not"} taken ${when}`, () => {
    assertEquals(isOpenCode(asked(changes), NOW + after), isOpen);
  });
}

Deno.test("another is asked for a minute later, whatever became of this one", () => {
  const change = fc.record({
    codeHash: fc.constantFrom("hash", null),
    triesLeft: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(fc.property(change, (changes) => {
    const code = asked(changes);
    assertEquals(mayAskAgain(code, NOW + MINUTE - 1), false);
    assertEquals(mayAskAgain(code, NOW + MINUTE), true);
  }));
});
