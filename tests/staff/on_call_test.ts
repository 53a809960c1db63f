import { assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { HOUR } from "../../lib/kernel/mod.ts";
import {
  colleagues,
  endShift,
  goOnCall,
  lastShiftUntold,
  onCallUntil,
} from "../../lib/staff/mod.ts";
import { actorFor, openSafety, type TestSafety } from "../helpers/safety.ts";

const actor = (deps: TestSafety) =>
  actorFor(deps, ["moderator"], "alert.answer");

Deno.test("a shift ends by the clock, without a job", async () => {
  await using deps = await openSafety();
  const noor = await actor(deps);
  const now = deps.clock.now();
  await goOnCall(deps, noor, 2);
  const until = () => onCallUntil(deps.store, noor.staffId, deps.clock.now());
  assertEquals(await until(), now + 2 * HOUR);
  deps.clock.pass(2 * HOUR - 1);
  assertEquals(await until(), now + 2 * HOUR);
  deps.clock.pass(1);
  assertEquals(await until(), null);
});

Deno.test("whoever goes on call again stays so from the first time on", async () => {
  await using deps = await openSafety();
  const noor = await actor(deps);
  const first = await goOnCall(deps, noor, 2);
  deps.clock.pass(HOUR);
  const second = await goOnCall(deps, noor, 8);
  if (!first.ok || !second.ok) throw new Error("Cannot go on call");
  assertEquals(second.value.since, first.value.since);
  assertEquals(second.value.until, deps.clock.now() + 8 * HOUR);
});

Deno.test("hours that are none of 1 to 24 are refused, and nothing is written", async () => {
  await using deps = await openSafety();
  const noor = await actor(deps);
  for (const hours of [0, -1, 25, 1.5, NaN]) {
    assertEquals(await goOnCall(deps, noor, hours), {
      ok: false,
      refusal: "hours",
    });
  }
  assertEquals(await onCallUntil(deps.store, noor.staffId, 0), null);
});

Deno.test("beginning and end stand in the audit log, with who did it", async () => {
  await using deps = await openSafety();
  const noor = await actor(deps);
  const boss = await actorFor(deps, ["admin"], "staff.write");
  await goOnCall(deps, noor, 4);
  const ending = { staffId: noor.staffId, by: boss.staffId };
  assertEquals(await endShift(deps, ending), true);
  assertEquals(await endShift(deps, ending), false, "it was over");
  const entries = (await Array.fromAsync(deps.store.each(auditEntries)))
    .map(({ value: { action, actor, object, details } }) => ({
      ...{ action, actor, object, details },
    })).filter(({ action }) => action.startsWith("staff.oncall"));
  assertEquals(entries, [
    {
      ...{ action: "staff.oncall.begin", actor: noor.staffId },
      ...{ object: noor.staffId, details: { hours: 4 } },
    },
    {
      ...{ action: "staff.oncall.end", actor: boss.staffId },
      ...{ object: noor.staffId, details: {} },
    },
  ]);
});

Deno.test("everybody is listed with whether they are on call", async () => {
  await using deps = await openSafety();
  const noor = await actor(deps);
  const mei = await actor(deps);
  await goOnCall(deps, mei, 1);
  const listed = await colleagues(deps.store, deps.clock.now());
  assertEquals(
    new Map(listed.map((one) => [one.staffId, one.onCallUntil])),
    new Map([
      [noor.staffId, null],
      [mei.staffId, deps.clock.now() + HOUR],
    ]),
  );
});

Deno.test("a gap begins where the last shift ends, and not while any is on", async () => {
  await using deps = await openSafety();
  const gap = async () =>
    (await lastShiftUntold(deps.store, deps.clock.now()))?.value.staffId;
  assertEquals(await gap(), undefined, "nobody ever was");
  const noor = await actor(deps);
  const mei = await actor(deps);
  await goOnCall(deps, noor, 1);
  await goOnCall(deps, mei, 2);
  deps.clock.pass(HOUR);
  assertEquals(await gap(), undefined);
  deps.clock.pass(HOUR);
  assertEquals(await gap(), mei.staffId);
});
