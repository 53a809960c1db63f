import { assert, assertEquals } from "@std/assert";
import { staffPreferences } from "../../lib/staff/records.ts";
import {
  preferencesForm,
  queueViewForm,
  removeQueueView,
  saveQueueView,
  setPreferences,
} from "../../lib/staff/mod.ts";
import { preferencesOf } from "../../lib/staff/preferences.ts";
import { actorFor, openSafety } from "../helpers/safety.ts";

Deno.test("whoever set nothing has the back office as it is for everybody", async () => {
  await using deps = await openSafety();
  const { staffId } = await actorFor(deps, ["moderator"], "case.read");
  assertEquals(await preferencesOf(deps.store, staffId), {
    ...{ singleKeys: true, stillGrey: true, stillBlur: "slow" },
    queueViews: [],
  });
});

Deno.test("a preference holds until it is set again, and for nobody else", async () => {
  await using deps = await openSafety();
  const ada = await actorFor(deps, ["moderator"], "case.read");
  const noor = await actorFor(deps, ["moderator"], "case.read");
  await setPreferences(deps, ada, { singleKeys: false });
  deps.clock.pass(1_000);
  await setPreferences(deps, ada, {});
  assertEquals(
    (await preferencesOf(deps.store, ada.staffId)).singleKeys,
    false,
  );
  assertEquals(
    (await preferencesOf(deps.store, noor.staffId)).singleKeys,
    true,
  );
  const kept = await deps.store.get(staffPreferences, [ada.staffId]);
  assertEquals(kept?.value.at, deps.clock.now(), "the last time it was set");
});

Deno.test("a box without a tick is off", () => {
  assertEquals(preferencesForm.parse({}), {
    ...{ singleKeys: false, stillGrey: false, stillBlur: "slow" },
  });
  assertEquals(preferencesForm.parse({ singleKeys: "on", stillBlur: "x" }), {
    ...{ singleKeys: true, stillGrey: false, stillBlur: "slow" },
  });
});

Deno.test("twenty views of the queue are saved, no more, and each for oneself", async () => {
  await using deps = await openSafety();
  const ada = await actorFor(deps, ["moderator"], "case.read");
  const noor = await actorFor(deps, ["moderator"], "case.read");
  const save = (name: string, query = "view=late") =>
    saveQueueView(deps, ada, { name, query });
  for (let n = 0; n < 20; n++) assert((await save(`view ${n}`)).ok, `${n}`);
  assertEquals(await save("one more"), { ok: false, refusal: "full" });
  // The same name is no other view.
  assert((await save("view 3", "reason=threat")).ok);
  const views = async ({ staffId }: { staffId: string }) =>
    (await preferencesOf(deps.store, staffId)).queueViews;
  const ofAda = await views(ada);
  assertEquals(ofAda.length, 20);
  assertEquals(
    ofAda.filter(({ name }) => name === "view 3"),
    [{ name: "view 3", query: "reason=threat" }],
  );
  assertEquals(await views(noor), []);
  await removeQueueView(deps, noor, "view 3");
  await removeQueueView(deps, ada, "no such view");
  assertEquals((await views(ada)).length, 20);
  await removeQueueView(deps, ada, "view 3");
  assertEquals((await views(ada)).some(({ name }) => name === "view 3"), false);
  assert((await save("one more")).ok);
});

Deno.test("two who save at once both find their view", async () => {
  await using deps = await openSafety();
  const ada = await actorFor(deps, ["moderator"], "case.read");
  const names = ["a", "b", "c", "d"];
  await Promise.all(
    names.map((name) => saveQueueView(deps, ada, { name, query: "view=late" })),
  );
  const { queueViews } = await preferencesOf(deps.store, ada.staffId);
  assertEquals(queueViews.map(({ name }) => name).toSorted(), names);
});

Deno.test("the name of a view is one short line", () => {
  const parsed = queueViewForm.parse({ name: "  my   late\nones " });
  assertEquals(parsed, { name: "my late ones" });
  for (const name of ["", "  ", "\u200b", "x".repeat(41)]) {
    assertEquals(queueViewForm.safeParse({ name }).success, false, name);
  }
  assert(queueViewForm.safeParse({ name: "é".repeat(40) }).success);
});
