import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { faultInMessage, tidy } from "../../lib/chat/chat_message.ts";
import { MAX_FRAME, readFrame, type Request } from "../../lib/live/mod.ts";

const CALL = "0".repeat(26);

function reasonOf(data: unknown): string | null {
  const read = readFrame(data);
  return read.ok ? null : read.refusal.reason;
}

Deno.test("what a page of ours sends is understood", () => {
  const frames: Request[] = [
    { v: 1, type: "find" },
    { v: 1, type: "next", call: null },
    { v: 1, type: "next", call: CALL },
    { v: 1, type: "stop" },
    { v: 1, type: "say", call: CALL, ref: 0, text: "hello" },
    { v: 1, type: "lost", call: CALL },
    { v: 1, type: "ping" },
  ];
  for (const frame of frames) {
    assertEquals(readFrame(JSON.stringify(frame)), { ok: true, value: frame });
  }
});

Deno.test("each kind of fault has its reason", () => {
  assertEquals(reasonOf("{"), "malformed");
  assertEquals(reasonOf(new ArrayBuffer(3)), "malformed");
  assertEquals(reasonOf("null"), "unknown");
  assertEquals(reasonOf('{"v":1,"type":"dance"}'), "unknown");
  assertEquals(reasonOf('{"v":2,"type":"find"}'), "version");
  assertEquals(reasonOf('{"v":1,"type":"next"}'), "malformed");
  assertEquals(reasonOf('{"v":1,"type":"find","as":"admin"}'), "malformed");
});

/** What takes most bytes for what is seen, or in JSON. */
const DEAR = [
  ...['"', "\\", "\ud800", "\u0007", "x", "字", "क्षि", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩🏽‍❤️‍💋‍👨🏿"],
  "e" + "\u0301".repeat(20),
];
const dear = fc.array(
  fc.tuple(fc.constantFrom(...DEAR), fc.integer({ min: 1, max: 250 })),
  { minLength: 1, maxLength: 8 },
).map((runs) => runs.map(([one, times]) => one.repeat(times)).join(""));

Deno.test("every line that may be sent fits a frame, and a packet of LiveKit", () => {
  let longest = 0;
  fc.assert(
    fc.property(dear, (typed) => {
      const text = tidy(typed);
      if (faultInMessage(text) !== null) return;
      const say = { v: 1, type: "say", call: CALL, ref: 2 ** 53 - 1, text };
      assertEquals(reasonOf(JSON.stringify(say)), null);
      const message = { id: CALL, from: CALL, at: 2 ** 53 - 1, text };
      const { length } = new TextEncoder().encode(JSON.stringify(message));
      assert(length < 15 * 1024, `${length} bytes`);
      longest = Math.max(longest, length);
    }),
    { examples: [["🏴󠁧󠁢󠁷󠁬󠁳󠁿".repeat(500)], ["👨‍👩‍👧‍👦".repeat(500)]] },
  );
  assert(longest > 14_000, "the longest lines were among them");
});

Deno.test("16 KiB are read and a byte more is not, also in many-byte letters", () => {
  const frame = (text: string) =>
    JSON.stringify({ v: 1, type: "say", call: CALL, ref: 1, text });
  const room = MAX_FRAME - frame("").length;
  assertEquals(reasonOf(frame("x".repeat(room))), null);
  assertEquals(reasonOf(frame("x".repeat(room + 1))), "too_large");
  assertEquals(reasonOf(frame("ü".repeat(room / 2 + 1))), "too_large");
  assertEquals(MAX_FRAME, 16 * 1024);
});

Deno.test("nothing that can be sent makes the reader throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.uint8Array(),
        fc.object().map((object) => JSON.stringify(object)),
        fc.record({
          v: fc.anything(),
          type: fc.oneof(fc.constantFrom("find", "say", "next"), fc.string()),
          call: fc.anything(),
        }).map((object) =>
          JSON.stringify(
            object,
            (_, value) => typeof value === "bigint" ? Number(value) : value,
          )
        ),
      ),
      (data) => {
        const read = readFrame(data);
        assert(read.ok || read.refusal.message.startsWith("Cannot "));
      },
    ),
    { numRuns: 2000 },
  );
});
