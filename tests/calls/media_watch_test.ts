import { assertEquals } from "@std/assert";
import { MediaWatch } from "../../lib/calls/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";

async function watching(up = true) {
  const scheduler = new TestScheduler(new TestClock());
  const media = new MediaBooks();
  media.up = up;
  const changes: boolean[] = [];
  const watch = new MediaWatch(media, scheduler, (up) => changes.push(up));
  await watch.start();
  return { scheduler, media, changes, watch };
}

Deno.test("a media server that is there from the start is no change", async () => {
  const { changes, watch } = await watching();
  assertEquals([changes, watch.up, watch.latency], [[], true, 0]);
  watch.stop();
});

Deno.test("one that is not there is told at the start", async () => {
  const { changes, watch } = await watching(false);
  assertEquals([changes, watch.up, watch.latency], [[false], false, null]);
  watch.stop();
});

Deno.test("each change is told once, within half a second", async () => {
  const { scheduler, media, changes, watch } = await watching();
  media.up = false;
  await scheduler.pass(499);
  assertEquals(changes, []);
  await scheduler.pass(1);
  assertEquals(changes, [false]);
  await scheduler.pass(5_000);
  assertEquals(changes, [false]);
  media.up = true;
  await scheduler.pass(500);
  assertEquals(changes, [false, true]);
  watch.stop();
});

Deno.test("a look in between tells at once, and answers what it saw", async () => {
  const { media, changes, watch } = await watching();
  media.up = false;
  assertEquals(await watch.look(), false);
  assertEquals(changes, [false]);
  watch.stop();
});

Deno.test("once stopped it tells nothing and leaves no timer", async () => {
  const { scheduler, media, changes, watch } = await watching();
  watch.stop();
  media.up = false;
  assertEquals(await watch.look(), false);
  assertEquals([changes, scheduler.size], [[], 0]);
});
