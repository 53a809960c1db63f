import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { TIMETABLE, waitFor } from "../../lib/jobs/mod.ts";
import { leaseFor } from "../../lib/jobs/timetable.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../lib/kernel/mod.ts";

const MIDNIGHT = Date.UTC(2026, 10, 27);

Deno.test("a job of every minute waits a minute, whatever the hour", () => {
  for (const now of [0, MIDNIGHT, MIDNIGHT + 1234]) {
    assertEquals(waitFor({ every: MINUTE }, now), MINUTE);
  }
});

const QUIET: Record<string, [now: number, wait: number]> = {
  "before it": [MIDNIGHT + HOUR, 2 * HOUR],
  "a minute before it": [MIDNIGHT + 3 * HOUR - MINUTE, MINUTE],
  "a second before it": [MIDNIGHT + 3 * HOUR - SECOND, DAY + SECOND],
  "at it": [MIDNIGHT + 3 * HOUR, DAY],
  "just after it": [MIDNIGHT + 3 * HOUR + 1, DAY - 1],
  "late that day": [MIDNIGHT + 23 * HOUR, 4 * HOUR],
};

for (const [when, [now, wait]] of Object.entries(QUIET)) {
  Deno.test(`a job of the hour of three, ${when}, waits for the next one`, () => {
    assertEquals(waitFor({ atHour: 3 }, now), wait);
  });
}

Deno.test("a job of an hour is due once a day at that hour, never twice at once", () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const now = fc.integer({ min: 0, max: 4e12 });
  fc.assert(fc.property(hour, now, (atHour, now) => {
    const wait = waitFor({ atHour }, now);
    assertEquals((now + wait) % DAY, atHour * HOUR);
    assert(wait >= MINUTE && wait < DAY + MINUTE);
  }));
});

Deno.test("a lease ends before the job's next time", () => {
  for (const { timing } of Object.values(TIMETABLE)) {
    assert(leaseFor(timing) <= waitFor(timing, MIDNIGHT));
  }
  assert(leaseFor({ atHour: 3 }) < DAY);
});

Deno.test("the timetable says of every job what it does and why", () => {
  for (const [name, { does, why }] of Object.entries(TIMETABLE)) {
    assert(/^[a-z]+$/.test(name), name);
    assert(does.length > 10 && why.length > 10, name);
    assert(!/[.A-Z]/.test(does[0] + does.at(-1)), "it completes “Cannot …”");
  }
});
