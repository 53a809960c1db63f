import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  faultWords,
  type RefusalReason,
  translator,
} from "../../lib/i18n/mod.ts";
import { en } from "../../lib/i18n/messages/en.ts";

const t = translator();

/** What the catalogue has words for: statuses, and reasons by name. */
const NAMED = Object.keys(en)
  .map((key) => /^fault\.(\w+)\.title$/.exec(key)?.[1])
  .filter((name) => name !== undefined);
const STATUSES = NAMED.filter((name) => /^\d+$/.test(name)).map(Number);
const REASONS = NAMED.filter((name) => !/^\d+$/.test(name)) as RefusalReason[];

Deno.test("each status with words of its own is told in them", () => {
  const titles = STATUSES.map((status) => {
    const words = faultWords(t, { status });
    assertEquals(words, {
      title: t(`fault.${status}.title` as "fault.404.title"),
      text: t(`fault.${status}.text` as "fault.404.text"),
      action: t(`fault.${status}.action` as "fault.404.action"),
    });
    return words.title;
  });
  assertEquals(new Set(titles).size, STATUSES.length);
});

Deno.test("every other status reads like its closest relative", () => {
  const status = fc.integer({ min: 400, max: 599 })
    .filter((status) => !STATUSES.includes(status));
  fc.assert(fc.property(status, (status) => {
    const relative = status < 500 ? 400 : 500;
    assertEquals(
      faultWords(t, { status }),
      faultWords(t, { status: relative }),
    );
  }));
});

Deno.test("a reason says more than its status, whatever the status is", () => {
  for (const reason of REASONS) {
    const said = faultWords(t, { status: 403, reason });
    assert(said.title !== faultWords(t, { status: 403 }).title, reason);
    assertEquals(faultWords(t, { status: 401, reason }), said);
    // No wait is promised for what no waiting mends.
    assertEquals(faultWords(t, { status: 429, retryAfter: 9, reason }), said);
  }
});

Deno.test("a wait is told in seconds where it is known, else as a moment", () => {
  const text = (retryAfter?: number) =>
    faultWords(t, { status: 429, retryAfter }).text;
  assertEquals(text(1), "That was too fast. Wait 1 second, then try again.");
  assertEquals(text(90), "That was too fast. Wait 90 seconds, then try again.");
  for (const unknown of [undefined, 0, -5]) {
    assertEquals(
      text(unknown),
      "That was too fast. Wait a moment, then try again.",
    );
  }
});

Deno.test("seconds are told for what was too fast alone", () => {
  for (const status of STATUSES.filter((status) => status !== 429)) {
    assertEquals(
      faultWords(t, { status, retryAfter: 30 }),
      faultWords(t, { status }),
    );
  }
});
