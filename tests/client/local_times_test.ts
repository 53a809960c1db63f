import { assertEquals } from "@std/assert";
import { localTime, sayLocalTimes } from "../../lib/client/local_times.ts";

const NOON = "2026-11-23T12:00:30.000Z";

Deno.test("a time is said in the zone that is asked for", () => {
  assertEquals(
    localTime(NOON, "minute", "en", "Asia/Kolkata"),
    "23 November 2026 at 17:30",
  );
  assertEquals(
    localTime(NOON, "second", "en", "UTC"),
    "23 November 2026 at 12:00:30",
  );
});

Deno.test("the day may be another one there", () => {
  assertEquals(
    localTime("2026-11-23T23:00:00.000Z", "minute", "en", "Asia/Tokyo"),
    "24 November 2026 at 08:00",
  );
});

Deno.test("what is no time is left as it stands", () => {
  assertEquals(localTime("soon", "minute", "en"), null);
  assertEquals(localTime(NOON, "century", "en"), null);
});

Deno.test("only the times that ask for it are said anew", () => {
  const times = [
    { dateTime: NOON, dataset: { local: "minute" }, textContent: "UTC" },
    { dateTime: "soon", dataset: { local: "minute" }, textContent: "soon" },
    { dateTime: NOON, dataset: {}, textContent: "kept" },
  ];
  const page = { querySelectorAll: () => times } as unknown as ParentNode;
  sayLocalTimes(page, "en");
  assertEquals(times[0].textContent, localTime(NOON, "minute", "en"));
  assertEquals(times.slice(1).map(({ textContent }) => textContent), [
    "soon",
    "kept",
  ]);
});
