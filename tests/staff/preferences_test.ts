import { assertEquals } from "@std/assert";
import { staffPreferences } from "../../lib/staff/records.ts";
import { preferencesForm, setPreferences } from "../../lib/staff/mod.ts";
import { preferencesOf } from "../../lib/staff/preferences.ts";
import { actorFor, openSafety } from "../helpers/safety.ts";

Deno.test("whoever set nothing has the back office as it is for everybody", async () => {
  await using deps = await openSafety();
  const { staffId } = await actorFor(deps, ["moderator"], "case.read");
  assertEquals(await preferencesOf(deps.store, staffId), { singleKeys: true });
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
  assertEquals(preferencesForm.parse({}), { singleKeys: false });
  assertEquals(preferencesForm.parse({ singleKeys: "on" }), {
    singleKeys: true,
  });
});
