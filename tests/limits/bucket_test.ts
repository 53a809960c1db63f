import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  batchOf,
  LEASE,
  pay,
  raised,
  shareOf,
  takeBatch,
} from "../../lib/limits/bucket.ts";
import {
  ConnectionLimiter,
  draw,
  type Level,
  LIMITS,
} from "../../lib/limits/mod.ts";

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

const anyBucket = fc.record({
  size: fc.integer({ min: 1, max: 1_000 }),
  refill: fc.oneof(
    fc.constantFrom(...Object.values(LIMITS).map(({ refill }) => refill)),
    fc.double({ min: 0.001, max: 50, noNaN: true }),
  ),
});

/** Milliseconds between one try and the next; a clock may also run back. */
const gaps = fc.array(fc.integer({ min: -2_000, max: 60_000 }), {
  maxLength: 60,
});

Deno.test("however it is tried, a bucket gives its size and what came back, no more", () => {
  fc.assert(fc.property(anyBucket, gaps, (bucket, gaps) => {
    let [now, level, given, forward]: [number, Level | null, number, number] = [
      1e12,
      null,
      0,
      0,
    ];
    for (const gap of gaps) {
      now += gap;
      forward += Math.max(0, gap);
      const drawn = draw(bucket, level, now);
      level = drawn.level;
      if (drawn.ok) given++;
      assert(level.tokens >= 0 && level.tokens <= bucket.size);
    }
    const most = bucket.size + forward / 1_000 * bucket.refill;
    assert(given <= most + 1e-6, `${given} of ${most}`);
  }));
});

Deno.test("after the wait that a refusal says there is a token, and none before", () => {
  fc.assert(fc.property(anyBucket, fc.nat({ max: 4e12 }), (bucket, now) => {
    const empty = { tokens: 0, at: now };
    const refused = draw(bucket, empty, now);
    assert(!refused.ok);
    const { waitMs } = refused;
    assert(Number.isInteger(waitMs) && waitMs > 0);
    assertEquals(draw(bucket, refused.level, now + waitMs).ok, true);
    assertEquals(draw(bucket, refused.level, now + waitMs - 1).ok, false);
  }));
});

Deno.test("asking early over and over does not put the wait off by more than a moment", () => {
  fc.assert(fc.property(anyBucket, fc.integer({ min: 2, max: 20 }), (b, n) => {
    let level: Level = { tokens: 0, at: 0 };
    const first = draw(b, level, 0);
    assert(!first.ok);
    for (let part = 1; part < n; part++) {
      const now = Math.floor(first.waitMs * part / n);
      const drawn = draw(b, level, now);
      if (drawn.ok) return;
      level = drawn.level;
    }
    // A thousandth of a second more, where the parts do not add up.
    assert(draw(b, level, first.waitMs + 1).ok);
  }));
});

Deno.test("a batch is of whole tokens, never more than asked nor than there are", () => {
  const most = fc.integer({ min: 0, max: 2_000 });
  const level = fc.option(
    fc.record({
      tokens: fc.double({ min: 0, max: 1_000, noNaN: true }),
      at: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    { nil: null },
  );
  fc.assert(fc.property(anyBucket, level, most, (bucket, level, most) => {
    const within = level && {
      ...level,
      tokens: Math.min(level.tokens, bucket.size),
    };
    const taken = takeBatch(bucket, within, most, 500_000);
    assert(Number.isInteger(taken.tokens));
    assert(taken.tokens >= 0 && taken.tokens <= Math.min(most, bucket.size));
    assert(taken.level.tokens >= 0);
    assert(taken.level.tokens + taken.tokens <= bucket.size + 1e-9);
    if (most > 0) assertEquals(taken.waitMs === 0, taken.tokens > 0);
  }));
});

Deno.test("a debt takes what is there and is forgiven beyond it", () => {
  const bucket = { size: 10, refill: 1 };
  const level = { tokens: 4, at: 0 };
  assertEquals(pay(bucket, level, 3, 0), { tokens: 1, at: 0 });
  assertEquals(pay(bucket, level, 9, 0), { tokens: 0, at: 0 });
  assertEquals(pay(bucket, level, 0, 2_000), { tokens: 6, at: 2_000 });
  assertEquals(pay(bucket, null, 2, 7), { tokens: 8, at: 7 });
  assertEquals(pay(bucket, level, 0, 1e9), { tokens: 10, at: 1e9 });
});

Deno.test("what a process gives alone and what it takes at once stay in proportion", () => {
  for (const [name, bucket] of Object.entries(LIMITS)) {
    const [share, batch] = [shareOf(bucket), batchOf(bucket)];
    assert(share.size <= bucket.size / 8, name);
    assertEquals(share.refill, bucket.refill / 8, name);
    assert(batch >= 1 && batch <= Math.max(1, bucket.size / 4), name);
    // What a batch loses is back before the next one ends.
    assert(batch === 1 || batch <= bucket.refill * LEASE / 1_000, name);
    assertEquals(raised(bucket, 3), {
      size: 3 * bucket.size,
      refill: 3 * bucket.refill,
    });
  }
});

Deno.test("slow limits are asked for one by one, quick ones by the batch", () => {
  const quick = Object.entries(LIMITS)
    .filter(([, bucket]) => batchOf(bucket) > 1).map(([name]) => name);
  assertEquals(quick.toSorted(), [
    "changes",
    "frames",
    "messages",
    "pages",
    "searches",
    "sockets",
  ]);
});

Deno.test("a connection's limits are its own, and a load test raises them", () => {
  const [one, other] = [new ConnectionLimiter(), new ConnectionLimiter()];
  const raised = new ConnectionLimiter(4);
  const taken = (limiter: ConnectionLimiter, now: number) => {
    let count = 0;
    while (count < 10_000 && limiter.take("searches", now) === 0) count++;
    return count;
  };
  const { size, refill } = LIMITS.searches;
  assertEquals(taken(one, 0), size);
  assertEquals(taken(other, 0), size);
  assertEquals(taken(raised, 0), 4 * size);
  assertEquals(one.take("searches", 0), 1_000 / refill);
  assertEquals(taken(one, 3_000), 3 * refill);
  assertEquals(taken(raised, 3_000), 4 * 3 * refill);
});
