import { assert, assertEquals } from "@std/assert";
import { DAY, HOUR } from "../../lib/kernel/mod.ts";
import { appealsWaiting, casesWaiting, TEAMS } from "../../lib/safety/mod.ts";
import { decisions } from "../../lib/safety/records.ts";
import {
  colleagues,
  enterByLink,
  findInvitation,
  findStaff,
} from "../../lib/staff/mod.ts";
import { DEMO_STAFF, fillWithDemo } from "../../lib/tasks/demo_data.ts";
import { openSafety } from "../helpers/safety.ts";

/** A store full of the demonstration, and the links into it. */
async function openDemo() {
  const safety = await openSafety();
  const links = await fillWithDemo(safety);
  return { safety, links, now: safety.clock.now() };
}

Deno.test("a demonstration has cases, appeals and age flags that wait, and decisions of months", async () => {
  const { safety: { store, ...safety }, now } = await openDemo();
  const [general, flags] = await Promise.all(
    TEAMS.map((team) => casesWaiting(store, team, now)),
  );
  assert(general.open >= 8 && general.late >= 1, "reports, one of them late");
  assert(flags.open >= 2, "age flags");
  assert((await appealsWaiting(store, ["general"], now)).open >= 1);
  const made = await Array.fromAsync(store.each(decisions));
  const days = made.map(({ value }) => (now - value.at) / DAY);
  assert(Math.max(...days) > 30 && Math.min(...days) >= 0, String(days));
  await safety[Symbol.asyncDispose]();
});

Deno.test("a demonstration has somebody of every role, and a link lets each in once", async () => {
  const { safety, links, now } = await openDemo();
  const { store } = safety;
  assertEquals(
    links.map(({ name, roles }) => [name, roles]),
    DEMO_STAFF.map(({ name, roles }) => [name, roles]),
  );
  for (const { token, name } of links) {
    const deps = { ...safety, dataFolder: "/nowhere" };
    const link = (await findInvitation(deps, token))!;
    const entered = await enterByLink(safety, link, "a test");
    assert(entered.ok, name);
    const staff = await findStaff(store, entered.value, now);
    assertEquals(staff?.facts.name, name);
    assertEquals((await enterByLink(safety, link, "a test")).ok, false);
  }
  await safety[Symbol.asyncDispose]();
});

Deno.test("somebody is on call in a demonstration, for hours", async () => {
  const { safety, now } = await openDemo();
  const onCall = (await colleagues(safety.store, now))
    .filter(({ onCallUntil }) => onCallUntil !== null);
  assertEquals(onCall.map(({ name }) => name), ["Jonas R."]);
  assertEquals(onCall[0].onCallUntil! - now, 8 * HOUR);
  await safety[Symbol.asyncDispose]();
});
