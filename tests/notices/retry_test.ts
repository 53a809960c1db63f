import { assert, assertEquals } from "@std/assert";
import { DAY, MINUTE } from "../../lib/kernel/mod.ts";
import { MAX_TRIES, nextTry } from "../../lib/notices/retry.ts";

Deno.test("each pause is longer than the one before, and the last try is the last", () => {
  const pauses = Array.from(
    { length: MAX_TRIES },
    (_, n) => nextTry(n + 1, null, 0),
  );
  assertEquals(pauses.pop(), null);
  assertEquals(pauses, pauses.toSorted((a, b) => a! - b!));
  assert(pauses.every((pause) => pause! >= MINUTE && pause! <= DAY));
});

Deno.test("nothing is tried again after it stopped being of use", () => {
  assertEquals(nextTry(1, 10 * MINUTE, 0), 2 * MINUTE);
  assertEquals(nextTry(2, 10 * MINUTE, 2 * MINUTE), null);
});
