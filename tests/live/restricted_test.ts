import { assertEquals } from "@std/assert";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { LiveHub } from "../../lib/live/mod.ts";
import { createAdmit } from "../../lib/matching/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";
import { Visitor } from "../helpers/people.ts";
import { NOTHING_AGAINST } from "../helpers/admission.ts";

Deno.test("whoever restricts the use of their data with the page open gets no match", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const dataMap = createDataMap({ store, clock, dataFolder: null });
  const liveHub = new LiveHub({
    ...{ store, clock, scheduler: new TestScheduler(clock) },
    media: new MediaBooks(),
    admit: createAdmit({
      ...NOTHING_AGAINST,
      restricted: (accountId) => dataMap.mayProcess(accountId, "call"),
    }),
    onError: (_what, error) => {
      throw error;
    },
  });
  await liveHub.start();
  const one = await new Visitor().enter(liveHub);
  const other = await new Visitor().enter(liveHub);
  await dataMap.restrict(one.accountId);
  await one.find();
  await other.find();
  assertEquals(one.all("fault").map(({ reason }) => reason), ["restricted"]);
  assertEquals([one.call, other.call], [undefined, undefined]);
  await dataMap.restrict(one.accountId, false);
  await one.find();
  await one.until("matched");
  await other.until("matched");
  await liveHub.stop();
  await store.close();
});
