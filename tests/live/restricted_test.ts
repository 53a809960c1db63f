import { assertEquals } from "@std/assert";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { Floor } from "../../lib/live/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../support/clock.ts";
import { MediaBooks } from "../support/media.ts";
import { Visitor } from "../support/people.ts";

Deno.test("whoever restricts the use of their data with the page open gets no match", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const dataMap = createDataMap({ store, clock, dataFolder: null });
  const floor = new Floor({
    store,
    clock,
    media: new MediaBooks(),
    mayCall: (account) => dataMap.mayProcess(account, "call"),
    onFault: (_what, error) => {
      throw error;
    },
  });
  await floor.start();
  const one = await new Visitor().enter(floor);
  const other = await new Visitor().enter(floor);
  await dataMap.restrict(one.account);
  await one.find();
  await other.find();
  assertEquals(one.all("fault").map(({ code }) => code), ["restricted"]);
  assertEquals([one.call, other.call], [undefined, undefined]);
  await dataMap.restrict(one.account, false);
  await one.find();
  await one.until("matched");
  await other.until("matched");
  await floor.stop();
  await store.close();
});
