import { assertEquals } from "@std/assert";
import { ConnectionLimiter, draw, LIMITS } from "../../lib/limits/mod.ts";

const bucket = { size: 2, refill: 0.5 };

Deno.test("a bucket empties, says the wait, and fills again", () => {
  const first = draw(bucket, null, 0);
  const second = draw(bucket, first.level, 0);
  assertEquals([first.ok, second.ok], [true, true]);
  const third = draw(bucket, second.level, 0);
  assertEquals(third.ok === false && third.waitMs, 2000);
  assertEquals(draw(bucket, third.level, 1999).ok, false);
  assertEquals(draw(bucket, third.level, 2000).ok, true);
});

Deno.test("a bucket never holds more than its size", () => {
  let level = draw(bucket, null, 0).level;
  const answers = [1, 2, 3].map(() => {
    const drawn = draw(bucket, level, 1e9);
    level = drawn.level;
    return drawn.ok;
  });
  assertEquals(answers, [true, true, false]);
});

Deno.test("a clock that runs backwards gives nothing away", () => {
  const { level } = draw({ size: 1, refill: 1 }, null, 10_000);
  assertEquals(draw({ size: 1, refill: 1 }, level, 0).ok, false);
});

Deno.test("each limit is counted apart, with a reason on each row", () => {
  const limiter = new ConnectionLimiter();
  for (let n = 0; n < LIMITS.messages.size; n++) {
    assertEquals(limiter.take("messages", 0), 0);
  }
  assertEquals(limiter.take("messages", 0) > 0, true);
  assertEquals(limiter.take("searches", 0), 0);
  for (const { reason } of Object.values(LIMITS)) {
    assertEquals(reason.length > 20, true);
  }
});
