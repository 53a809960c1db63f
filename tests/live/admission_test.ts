import { assertEquals } from "@std/assert";
import { newId } from "../../lib/kernel/mod.ts";
import { type AdmissionRefusal, createAdmit } from "../../lib/matching/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { checksBy } from "../helpers/admission.ts";
import { openStage } from "../helpers/people.ts";
import { settled, turn } from "../helpers/turns.ts";

/** A stage on which anybody can be refused later. */
async function openGuardedStage() {
  const refused = new Map<string, AdmissionRefusal>();
  const check = (reason: AdmissionRefusal) => (accountId: string) =>
    Promise.resolve(refused.get(accountId) !== reason);
  const stage = await openStage(createAdmit(checksBy(check)));
  return { stage, refused };
}

const FAULTS = {
  banned: "sanctioned",
  held: "sanctioned",
  suspended: "sanctioned",
  restricted: "restricted",
  outdated: "outdated",
} as const;

for (const reason of Object.keys(FAULTS) as AdmissionRefusal[]) {
  Deno.test(`who is ${reason} is told so, and waits for nobody`, async () => {
    const { stage: open, refused } = await openGuardedStage();
    await using stage = open;
    const ada = await stage.enter();
    refused.set(ada.accountId, reason);
    await ada.find();
    assertEquals(ada.all("fault").map(({ reason }) => reason), [
      FAULTS[reason],
    ]);
    assertEquals(ada.all("searching"), []);
    assertEquals(await stage.store.get(queueEntries, [ada.accountId]), null);
  });
}

Deno.test("whoever is refused while they wait leaves the queue with their next search", async () => {
  const { stage: open, refused } = await openGuardedStage();
  await using stage = open;
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ada.find();
  refused.set(ada.accountId, "restricted");
  await ada.find();
  await ben.find();
  assertEquals([ada.call, ben.call], [undefined, undefined]);
  assertEquals(stage.liveHub.matcher.waiting, 1);
});

Deno.test("Next is a search, and asks again", async () => {
  const { stage: open, refused } = await openGuardedStage();
  await using stage = open;
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  refused.set(ada.accountId, "outdated");
  await ada.next();
  await ben.until("ended");
  assertEquals(ada.all("fault").map(({ reason }) => reason), ["outdated"]);
});

Deno.test("who lost their entry is put back only if nothing stands against it", async () => {
  const { stage: open, refused } = await openGuardedStage();
  await using stage = open;
  const { store, liveHub } = stage;
  const ada = await stage.enter();
  await ada.find();
  const lose = async () => {
    const entry = (await store.get(queueEntries, [ada.accountId]))!;
    assertEquals((await store.write().remove(entry).commit()).ok, true);
  };
  await lose();
  await liveHub.rejoin();
  await lose();
  refused.set(ada.accountId, "restricted");
  await liveHub.rejoin();
  assertEquals(await store.get(queueEntries, [ada.accountId]), null);
  assertEquals(ada.all("fault").map(({ reason }) => reason), ["restricted"]);
});

Deno.test("searches that follow too fast are told the wait, and change nothing", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  for (let n = 0; n < 25; n++) await ada.find();
  const faults = ada.all("fault");
  assertEquals(faults.map(({ reason }) => reason), Array(5).fill("too_fast"));
  assertEquals(faults.every(({ waitMs }) => waitMs! > 0), true);
  assertEquals(stage.liveHub.matcher.waiting, 1);
});

Deno.test("what the store cannot do now is told, and the next request is heard", async () => {
  const { stage: open } = await openGuardedStage();
  await using stage = open;
  const ada = await stage.enter();
  const get = stage.store.get.bind(stage.store);
  stage.store.get = () => Promise.reject(new Error("away"));
  await ada.find();
  stage.store.get = get;
  assertEquals(ada.all("fault").map(({ reason }) => reason), ["unavailable"]);
  assertEquals(stage.faults.length, 1);
  await ada.connection.handle({ v: 1, type: "ping" });
  assertEquals(ada.all("pong").length, 1);
});

Deno.test("a message into a call whose other side was erased is said to nobody", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  await stage.store.addTombstone(ben.accountId, stage.clock.now());
  const { call } = ada.call!;
  await ada.connection.handle({ v: 1, type: "say", call, ref: 7, text: "hi" });
  assertEquals(ada.all("unsaid"), [
    { type: "unsaid", ref: 7, reason: "over", waitMs: undefined },
  ]);
  assertEquals(stage.media.sent, []);
});

Deno.test("a message that the media server does not take is told as failed", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  stage.media.up = false;
  const { call } = ada.call!;
  await ada.connection.handle({ v: 1, type: "say", call, ref: 7, text: "hi" });
  assertEquals(ada.all("unsaid").map(({ reason }) => reason), ["failed"]);
});

Deno.test("a room that cannot be opened puts both back in the queue, and is tried again", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  stage.media.up = false;
  await Promise.all([ada.find(), ben.find()]);
  await turn();
  const { matcher } = stage.liveHub;
  await settled(() => matcher.waiting === 2, "both are back in the queue");
  assertEquals([ada.call, stage.media.opened], [undefined, 0]);
  stage.media.up = true;
  await stage.scheduler.pass(249);
  assertEquals(stage.media.opened, 0);
  await stage.scheduler.pass(1);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
});

Deno.test("a name of a call that was never is nobody's", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  const call = newId();
  for (const type of ["here", "lost", "next"] as const) {
    await ada.connection.handle({ v: 1, type, call });
  }
  assertEquals([ada.all("messages"), ada.all("ended")], [[], []]);
});
