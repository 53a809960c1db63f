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

Deno.test("a server that comes and goes is told each time, in turn", async () => {
  const { scheduler, media, changes, watch } = await watching();
  for (let n = 0; n < 6; n++) {
    media.up = !media.up;
    await scheduler.pass(500);
  }
  assertEquals(changes, [false, true, false, true, false, true]);
  assertEquals(watch.up, true);
  watch.stop();
});

Deno.test("no look begins before the one before has ended", async () => {
  const scheduler = new TestScheduler(new TestClock());
  const media = new MediaBooks();
  let [asked, atOnce, most] = [0, 0, 0];
  media.ping = async () => {
    asked++;
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve, 0));
    atOnce--;
    return 1;
  };
  const watch = new MediaWatch(media, scheduler, () => {});
  await watch.start();
  await scheduler.pass(5_000);
  assertEquals([asked, most], [11, 1]);
  watch.stop();
  await scheduler.pass(5_000);
  assertEquals(asked, 11);
});

Deno.test("a look that ends after the stop tells nothing", async () => {
  const scheduler = new TestScheduler(new TestClock());
  const media = new MediaBooks();
  const changes: boolean[] = [];
  const watch = new MediaWatch(media, scheduler, (up) => changes.push(up));
  await watch.start();
  const { promise, reject } = Promise.withResolvers<number>();
  media.ping = () => promise;
  const looking = watch.look();
  watch.stop();
  reject(new Error("Cannot reach it"));
  assertEquals(await looking, false);
  assertEquals([changes, watch.up], [[], true]);
});

Deno.test("a stop while the first look is out leaves no timer behind", async () => {
  const scheduler = new TestScheduler(new TestClock());
  const media = new MediaBooks();
  const { promise, resolve } = Promise.withResolvers<number>();
  media.ping = () => promise;
  const watch = new MediaWatch(media, scheduler, () => {});
  const starting = watch.start();
  watch.stop();
  resolve(1);
  await starting;
  assertEquals(scheduler.size, 0);
});

Deno.test("the latency is that of the last answer", async () => {
  const { scheduler, media, watch } = await watching();
  for (const ms of [3, 40, 7]) {
    media.ping = () => Promise.resolve(ms);
    await scheduler.pass(500);
    assertEquals(watch.latency, ms);
  }
  watch.stop();
});
