import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { type AccountId, MINUTE, newAccountId } from "../../lib/kernel/mod.ts";
import { claimCase, decideAge } from "../../lib/safety/mod.ts";
import { alerts, decisions, reports } from "../../lib/safety/records.ts";
import { staffSessions } from "../../lib/staff/records.ts";
import { noteStaffProof } from "../../lib/staff/sessions.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import { come } from "../helpers/accounts.ts";
import {
  ADULT,
  AGREED,
  openApp,
  type TestApp,
  type TestBrowser,
} from "../helpers/app.ts";
import { actorFor, reported, sameActor } from "../helpers/safety.ts";

/** Child safety has taken the flag of a member. */
async function withFlag(app: TestApp) {
  const { accountId, browser: person } = await come(app);
  const filed = await reported(app.millo.safety, {
    reason: "under_18",
    reported: accountId,
  });
  const browser = await app.as("child-safety");
  const path = `/admin/age/${filed.case}`;
  const claimed = await browser.post(`${path}/claim`, {});
  assertEquals(claimed.headers.get("location"), path);
  const form = { reports: filed.report, facts: "Wears a school uniform." };
  return { ...filed, accountId, person, browser, path, form };
}

/** As if the passkey had been shown for this place, by all who are here. */
async function showPasskey({ millo, clock }: TestApp, provenFor: string) {
  for await (const session of millo.store.each(staffSessions)) {
    await millo.store.transactOrThrow("note a proof", async (write) => {
      noteStaffProof(write, session, { now: clock.now(), provenFor });
      return await Promise.resolve();
    });
  }
}

async function text(browser: TestBrowser, path: string): Promise<string> {
  return await (await browser.get(path)).text();
}

async function isOut({ millo: { store, clock } }: TestApp, id: AccountId) {
  const found = await store.get(accounts, [id]);
  const standing = await findStanding(store, id, clock.now());
  return { gone: found === null, out: standing.out?.kind ?? null };
}

Deno.test("an age flag is listed, counted and named for child safety alone", async () => {
  await using app = await openApp();
  const { case: number, browser } = await withFlag(app);
  assertStringIncludes(await text(browser, "/admin/age"), number);
  assertStringIncludes(await text(browser, "/admin"), number);
  for (const role of ["moderator", "triage", "admin", "legal"] as const) {
    const other = await app.as(role);
    assertEquals((await other.get("/admin/age")).status, 404, role);
    assertEquals((await other.get(`/admin/age/${number}`)).status, 404, role);
    const home = await text(other, "/admin");
    assert(!home.includes(number) && !home.includes("Age flags"), role);
  }
});

Deno.test("a case of the general team has no address among the age flags", async () => {
  await using app = await openApp();
  const { case: number } = await reported(app.millo.safety);
  const browser = await app.as("child-safety");
  for (const method of ["get", "claim", "decision"]) {
    const answer = method === "get"
      ? await browser.get(`/admin/age/${number}`)
      : await browser.post(`/admin/age/${number}/${method}`, {});
    assertEquals(answer.status, 404, method);
  }
});

Deno.test("an adult is let back at once, and the reporter is told", async () => {
  await using app = await openApp();
  const { accountId, browser, path, form, report } = await withFlag(app);
  assertEquals((await isOut(app, accountId)).out, "review");
  await showPasskey(app, path);
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    outcome: "adult",
  });
  assertEquals(sent.headers.get("location"), "/admin/age");
  assertEquals(await isOut(app, accountId), { gone: false, out: null });
  const told = await app.millo.store.get(reports, [report]);
  assertEquals(told?.value.state, "dismissed");
  assertStringIncludes(
    await text(browser, "/admin/age"),
    "No age flags are waiting.",
  );
  assertStringIncludes(await text(browser, path), "This flag is decided.");
});

Deno.test("somebody under 18 is erased, the browser is barred, and the log says who decided", async () => {
  await using app = await openApp();
  const { accountId, person, browser, path, form, report } = await withFlag(
    app,
  );
  await showPasskey(app, path);
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    outcome: "under_18",
  });
  assertEquals(sent.headers.get("location"), "/admin/age");
  const { store } = app.millo;
  assert((await isOut(app, accountId)).gone);
  assertEquals((await store.get(reports, [report]))?.value.state, "upheld");
  const [decision] = await Array.fromAsync(store.each(decisions));
  assertEquals(decision.value.reported, null);
  await person.post("/age", ADULT);
  const again = await person.post("/consent", AGREED);
  assertEquals(again.headers.get("location"), "/age/flag");
  const entries = await Array.fromAsync(store.each(auditEntries));
  const decided = entries.find(({ value }) => value.action === "age.confirm");
  assert(decided, "the log says who decided");
  assertEquals(decided.value.actorKind, "staff");
});

Deno.test("what a crash left undone of an age decision is done by the timetable", async () => {
  await using app = await openApp();
  const { accountId } = await come(app);
  const { safety, store } = app.millo;
  const { case: number, report } = await reported(safety, {
    reason: "under_18",
    reported: accountId,
  });
  const actor = await actorFor(safety, ["child-safety"], "age.decide");
  const ruling = {
    ...{ number, reports: [report], facts: "A child.", locale: "en" },
    isUnder18: true,
  };
  assertEquals(await decideAge(safety, actor, ruling), {
    ok: false,
    refusal: "lapsed",
  });
  await claimCase(safety, sameActor(safety, actor, "age.read"), number);
  assert((await decideAge(safety, actor, ruling)).ok);
  assertEquals((await isOut(app, accountId)).gone, false);
  await app.scheduler.pass(2 * MINUTE);
  assertEquals((await isOut(app, accountId)).gone, true);
  assertEquals((await store.get(reports, [report]))?.value.state, "upheld");
});

Deno.test("an age decision asks for the passkey, for words and for the reports that were shown", async () => {
  await using app = await openApp();
  const { accountId, browser, path, form } = await withFlag(app);
  const unproven = await browser.post(`${path}/decision`, {
    ...form,
    outcome: "under_18",
  });
  assertEquals(unproven.status, 422);
  const html = await unproven.text();
  assertStringIncludes(html, "Wears a school uniform.");
  assertStringIncludes(html, "Show your passkey below");
  await showPasskey(app, path);
  const wordless = await browser.post(`${path}/decision`, {
    ...form,
    facts: " ",
    outcome: "under_18",
  });
  assertEquals(wordless.status, 422);
  const stale = await browser.post(`${path}/decision`, {
    ...form,
    reports: newAccountId().slice(0, 26),
    outcome: "under_18",
  });
  assert(stale.status === 409 || stale.status === 422);
  const outcomeless = await browser.post(`${path}/decision`, form);
  assertEquals(outcomeless.status, 422);
  assertEquals(await isOut(app, accountId), { gone: false, out: "review" });
});

Deno.test("A15: a flag is passed on without rule, reason or words, and tells whoever is on call", async () => {
  await using app = await openApp();
  const { browser, path, case: number, accountId } = await withFlag(app);
  assertStringIncludes(await text(browser, path), `action="${path}/pass"`);
  const passed = await browser.post(`${path}/pass`, {});
  assertEquals(passed.headers.get("location"), path);
  const raised = await Array.fromAsync(app.millo.store.each(alerts));
  assertEquals(raised.map(({ value }) => [value.case, value.cause]), [
    [number, "passed_on"],
  ]);
  const html = await text(browser, path);
  assertStringIncludes(html, "This flag was passed on");
  // It is anybody's of child safety, and still to be decided.
  assertStringIncludes(html, `action="${path}/claim"`);
  assertStringIncludes(await text(browser, "/admin/age"), number);
  assertEquals((await isOut(app, accountId)).out, "review");
});

Deno.test("A15: passing on that fails says so, and the flag stays open", async () => {
  await using app = await openApp();
  const { browser, path, case: number } = await withFlag(app);
  app.clock.pass(6 * MINUTE);
  const late = await browser.post(`${path}/pass`, {});
  assertEquals(late.status, 409);
  assertStringIncludes(await late.text(), "It was not passed on");
  assertEquals(await Array.fromAsync(app.millo.store.each(alerts)), []);
  assertStringIncludes(await text(browser, "/admin/age"), number);
  const moderator = await app.as("moderator");
  assertEquals((await moderator.post(`${path}/pass`, {})).status, 404);
});
