import { assertEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { seconds, withProgress } from "../../lib/tasks/progress.ts";

/** What is said on stderr while the work is on, as time is moved. */
async function withSaid(
  work: (said: string[], time: FakeTime) => Promise<void>,
): Promise<void> {
  const said: string[] = [];
  const { error } = console;
  console.error = (line: string) => said.push(line);
  const time = new FakeTime();
  try {
    await work(said, time);
  } finally {
    time.restore();
    console.error = error;
  }
}

Deno.test("what takes less than two seconds is not told", async () => {
  await withSaid(async (said, time) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const working = withProgress("Building", promise);
    await time.tickAsync(1_999);
    resolve(7);
    assertEquals(await working, 7);
    await time.tickAsync(60_000);
    assertEquals(said, []);
  });
});

Deno.test("what takes longer is told once, then every twenty seconds, and ends with the work", async () => {
  await withSaid(async (said, time) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const working = withProgress("Building", promise);
    await time.tickAsync(2_000);
    assertEquals(said, ["Building …"]);
    await time.tickAsync(19_999);
    assertEquals(said.length, 1);
    await time.tickAsync(1);
    await time.tickAsync(20_000);
    assertEquals(said.map((line) => line.split(" …")[0]), [
      "Building",
      "Building",
      "Building",
    ]);
    resolve();
    await working;
    await time.tickAsync(60_000);
    assertEquals(said.length, 3);
  });
});

Deno.test("work that fails fails as it did, and nothing more is told", async () => {
  await withSaid(async (said, time) => {
    const { promise, reject } = Promise.withResolvers<void>();
    const working = withProgress("Building", promise);
    working.catch(() => {});
    await time.tickAsync(3_000);
    reject(new RangeError("Cannot build"));
    await assertRejects(() => working, RangeError, "Cannot build");
    await time.tickAsync(60_000);
    assertEquals(said, ["Building …"]);
  });
});

Deno.test("times are told in seconds with a tenth", () => {
  const told = [0, 49, 50, 1_000, 59_949, 61_000].map(seconds);
  assertEquals(told, ["0.0 s", "0.0 s", "0.1 s", "1.0 s", "59.9 s", "61.0 s"]);
});
