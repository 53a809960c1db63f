import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { claimCase, claimOn } from "../../lib/safety/mod.ts";
import { findStaff } from "../../lib/staff/mod.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { decided, reported, sameActor } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

async function homeOf(
  app: TestApp,
  role: "moderator" | "child-safety" | "admin",
) {
  const page = await (await app.as(role)).get("/admin");
  assertEquals(page.status, 200);
  return await page.text();
}

/** The value beside a name in a list of facts. */
function fact(html: string, name: string): string | undefined {
  const found = html.split(`<dt>${name}</dt><dd>`)[1];
  return found?.split("</dd>")[0].replace(/<[^>]+>/g, "").trim();
}

Deno.test("child safety's work is on nobody else's home: no case, no count, no figure", async () => {
  await using app = await openApp();
  const { case: flag } = await reported(app.millo.safety, {
    reason: "under_18",
  });
  await reported(app.millo.safety);
  app.clock.pass(60 * 60_000);
  const moderators = await homeOf(app, "moderator");
  assert(!moderators.includes(flag));
  assertEquals(fact(moderators, "Reports"), "1");
  assertStringIncludes(moderators, "1 open, 0 late");
  const childSafety = await homeOf(app, "child-safety");
  assertStringIncludes(childSafety, flag);
  assertStringIncludes(childSafety, "1 open, 1 late");
  assertEquals(fact(childSafety, "Reports"), undefined);
});

Deno.test("the figures are of this day, in UTC", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const deps = { ...safety, clock: app.clock } as never;
  const { case: number } = await reported(safety);
  await decided(deps, number);
  const today = await homeOf(app, "moderator");
  assertEquals([fact(today, "Reports"), fact(today, "Decisions")], ["1", "1"]);
  app.clock.pass(24 * 60 * 60_000);
  const tomorrow = await homeOf(app, "moderator");
  assertEquals([fact(tomorrow, "Reports"), fact(tomorrow, "Decisions")], [
    ...["0", "0"],
  ]);
});

Deno.test("the day's figures are counted twice a minute, however often a page asks", async () => {
  await using app = await openApp();
  const filed = async () => fact(await homeOf(app, "moderator"), "Reports");
  await reported(app.millo.safety);
  assertEquals(await filed(), "1");
  await reported(app.millo.safety);
  app.clock.pass(29_999);
  assertEquals(await filed(), "1");
  app.clock.pass(1);
  assertEquals(await filed(), "2");
});

Deno.test("a case that one has stands on one's own home, and is free after signing out", async () => {
  await using app = await openApp();
  const { millo, clock } = app;
  const { case: number } = await reported(millo.safety);
  const { token } = await addStaff(millo, ["moderator"], "Noor");
  const staff = (await findStaff(millo.store, token, clock.now()))!;
  const deps = { ...millo.safety, clock } as never;
  const actor = sameActor(deps, { staff }, "case.claim");
  assert((await claimCase(millo.safety, actor, number)).ok);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const own = await (await browser.get("/admin")).text();
  assertStringIncludes(own, "Waiting for you by name");
  assert(!(await homeOf(app, "moderator")).includes("Waiting for you by name"));
  await browser.post("/admin/me/sign-out", {});
  assertEquals(await claimOn(millo.store, number, clock.now()), null);
});

Deno.test("the state of the system is shown to whoever answers for it", async () => {
  await using app = await openApp();
  const admins = await homeOf(app, "admin");
  assertEquals(fact(admins, "Mail"), "no mail server is set");
  assertEquals(fact(admins, "Store"), "answers");
  assertEquals(fact(admins, "Jobs"), "none failed");
  assertEquals(fact(await homeOf(app, "moderator"), "Store"), undefined);
});

Deno.test("a job that failed is named in the words of the log", async () => {
  await using app = await openApp();
  app.millo.jobs.options.jobs.sweep = () => Promise.reject(new Error());
  await app.millo.jobs.run("sweep");
  const admins = await homeOf(app, "admin");
  assertEquals(fact(admins, "Jobs"), "cannot remove records past their end");
});
