import { assert, assertEquals } from "@std/assert";
import { figuresOf, healthOf, type Millo } from "../../lib/app/mod.ts";
import { Metrics } from "../../lib/metrics/mod.ts";
import { StoreUnavailable } from "../../lib/store/mod.ts";
import { openStage } from "../helpers/people.ts";

/** A Millo as far as its health goes, on a hub that runs. */
async function openHealth() {
  const stage = await openStage();
  const { store, liveHub } = stage;
  const metrics = new Metrics();
  const changeFeed = { size: 7 };
  const millo = { store, liveHub, changeFeed, metrics } as unknown as Millo;
  return {
    ...{ stage, millo, metrics },
    health: () => healthOf(millo),
    figures: () => figuresOf(millo),
    /** From now on the store does not answer. */
    cut() {
      const away = () =>
        Promise.reject(new StoreUnavailable("Cannot reach the store"));
      Object.assign(store, { ping: away, get: away });
    },
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

/** The value of one figure, or null where it is not told. */
function figure(text: string, name: string): number | null {
  const line = text.split("\n").find((line) => line.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
}

Deno.test("all is well where store, media and matcher answer, each with its time", async () => {
  await using here = await openHealth();
  const { up, store, media, matcher } = await here.health();
  assertEquals([up, store.up, media.up, matcher.up], [true, true, true, true]);
  for (const { ms } of [store, media, matcher]) {
    assert(typeof ms === "number" && ms >= 0);
  }
  assertEquals(matcher.leading, true);
});

Deno.test("without the media server all is not well, and the rest still is", async () => {
  await using here = await openHealth();
  here.stage.media.up = false;
  await here.stage.liveHub.watch.look();
  const { up, store, media } = await here.health();
  assertEquals([up, store.up, media], [false, true, { up: false, ms: null }]);
  here.stage.media.up = true;
  await here.stage.liveHub.watch.look();
  assertEquals((await here.health()).up, true);
});

Deno.test("without the store it is told and thrown to nobody", async () => {
  await using here = await openHealth();
  const { get, ping } = here.stage.store;
  here.cut();
  const { up, store, media } = await here.health();
  assertEquals([up, store, media.up], [false, { up: false, ms: null }, true]);
  Object.assign(here.stage.store, { get, ping });
});

Deno.test("a matcher that knows of no leader is not well", async () => {
  await using here = await openHealth();
  const { get, ping } = here.stage.store;
  here.cut();
  await here.stage.liveHub.matcher.tick();
  Object.assign(here.stage.store, { get, ping });
  const { up, store, matcher } = await here.health();
  assertEquals([up, store.up], [false, true]);
  assertEquals(matcher, { up: false, leading: false, ms: null });
  await here.stage.liveHub.matcher.tick();
  assertEquals((await here.health()).up, true);
});

Deno.test("the figures say of each part whether it is up", async () => {
  await using here = await openHealth();
  const parts = ["store", "media", "matcher"];
  const told = async () => {
    const text = await here.figures();
    return parts.map((part) => figure(text, `millo_up{part="${part}"}`));
  };
  assertEquals(await told(), [1, 1, 1]);
  here.stage.media.up = false;
  await here.stage.liveHub.watch.look();
  assertEquals(await told(), [1, 0, 1]);
});

Deno.test("the figures count who is here now, and the memory that it takes", async () => {
  await using here = await openHealth();
  assertEquals(figure(await here.figures(), "millo_people"), 0);
  const [ada] = [await here.stage.enter(), await here.stage.enter()];
  assertEquals(figure(await here.figures(), "millo_people"), 2);
  await here.stage.liveHub.exit(ada.connection);
  const text = await here.figures();
  assertEquals(figure(text, "millo_people"), 1);
  assert(figure(text, "millo_memory_bytes")! > 1_000_000);
  assertEquals(figure(text, "millo_streams"), 7);
  assertEquals(text.includes(ada.accountId), false, "it names nobody");
});
