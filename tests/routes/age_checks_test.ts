import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { DAY, HOUR } from "../../lib/kernel/mod.ts";
import { referenceNumber } from "../../lib/safety/numbers.ts";
import { ageRequests } from "../../lib/safety/records.ts";
import { staffSessions } from "../../lib/staff/records.ts";
import { noteStaffProof } from "../../lib/staff/sessions.ts";
import { ADULT, AGREED, memberOf, type TestBrowser } from "../helpers/app.ts";
import { answer, openChecked } from "../helpers/checked_app.ts";
import { decided, reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

const CHECK = "/account/standing/check";

type Checked = Awaited<ReturnType<typeof openChecked>>;

/** Child safety has taken the flag of a member, and shown a passkey for it. */
async function withFlag(checked: Checked) {
  const { millo, clock } = checked.app;
  const person = checked.elsewhere();
  await person.post("/age", ADULT);
  await person.post("/consent", AGREED);
  const { accountId } = await memberOf(millo, person);
  const filed = await reported(millo.safety, {
    reason: "under_18",
    reported: accountId,
  });
  const staff = checked.elsewhere();
  const { token } = await addStaff(millo, ["child-safety"]);
  staff.setCookie("millo_staff", token);
  const path = `/admin/age/${filed.case}`;
  await staff.post(`${path}/claim`, {});
  for await (const session of millo.store.each(staffSessions)) {
    await millo.store.transactOrThrow("note a proof", async (write) => {
      noteStaffProof(write, session, { now: clock.now(), provenFor: path });
      return await Promise.resolve();
    });
  }
  const decide = (outcome: string, facts = "") =>
    staff.post(`${path}/decision`, { reports: filed.report, outcome, facts });
  return { ...filed, accountId, person, staff, path, decide };
}

async function text(browser: TestBrowser, path: string): Promise<string> {
  return await (await browser.get(path)).text();
}

function placeOf({ headers }: Response): string | null {
  return headers.get("location");
}

Deno.test("A10: a held person is asked, goes to the check, and is matched again after its yes", async () => {
  await using checked = await openChecked();
  const { person, staff, path, decide, case: number } = await withFlag(checked);
  assertEquals(placeOf(await person.get("/talk")), "/account/standing");
  assertEquals(placeOf(await person.get(CHECK)), "/account/standing");
  assertEquals(placeOf(await decide("check")), "/admin/age");
  const list = await text(staff, "/admin/age");
  assertStringIncludes(list, "No age flags are waiting.");
  assertStringIncludes(list, "Waiting for an age check");
  assertStringIncludes(list, number);
  assertStringIncludes(await text(staff, path), "Asked for; they have until");
  assertStringIncludes(await text(person, "/account/inbox"), "show your age");
  assertStringIncludes(await text(person, "/account/standing"), CHECK);
  assertStringIncludes(await text(person, CHECK), "Begin the age check");
  assertEquals(placeOf(await person.post(CHECK, {})), CHECK);
  const ready = await text(person, CHECK);
  assertStringIncludes(ready, `href="${checked.url}/ask/check-1"`);
  const expiresAt = checked.app.clock.now() + HOUR;
  const yes = { state: "passed", expiresAt, tell: true };
  assertEquals(await answer(checked.url, "check-1", yes), { told: 204 });
  assertEquals((await person.get("/talk")).status, 200);
  assertEquals(placeOf(await person.get(CHECK)), "/account/standing");
  const inbox = await text(person, "/account/inbox");
  assertStringIncludes(inbox, "Nothing keeps you out of calls");
  const flag = await text(staff, path);
  assertStringIncludes(flag, "This flag is decided.");
  assertStringIncludes(flag, "It said yes");
  assertStringIncludes(flag, "no longer named");
  assert(!(await text(staff, "/admin/age")).includes(number));
});

Deno.test("A07: with the provider down the check says so, and whoever is held stays held", async () => {
  await using checked = await openChecked();
  const { person, decide } = await withFlag(checked);
  await decide("check");
  await checked.stopProvider();
  for (let n = 0; n < 2; n++) {
    const away = await person.post(CHECK, {});
    assertEquals(away.status, 503);
    assertStringIncludes(await away.text(), "cannot be reached right now");
    assertEquals(placeOf(await person.get("/talk")), "/account/standing");
  }
  await checked.startAgain();
  assertEquals(placeOf(await person.post(CHECK, {})), CHECK);
  await checked.stopProvider();
  assertEquals((await person.post(CHECK, {})).status, 503);
  await checked.app.millo.jobs.run("checks");
  assertEquals(placeOf(await person.get("/talk")), "/account/standing");
});

Deno.test("a no leaves the last word to a person, whom the page shows what it said", async () => {
  await using checked = await openChecked();
  const { person, staff, path, decide, accountId } = await withFlag(checked);
  await decide("check");
  await person.post(CHECK, {});
  const no = { state: "failed", expiresAt: checked.app.clock.now() };
  await answer(checked.url, "check-1", { ...no, tell: false });
  assertEquals(placeOf(await person.post(CHECK, {})), CHECK);
  assertEquals(placeOf(await person.get(CHECK)), "/account/standing");
  assert(await checked.app.millo.store.get(accounts, [accountId]));
  await staff.post(`${path}/claim`, {});
  const flag = await text(staff, path);
  assertStringIncludes(flag, "It said no");
  assert(
    /value="under_18"[^>]*checked|checked[^>]*value="under_18"/.test(flag),
  );
});

Deno.test("A09: whoever was erased reads why in the same browser, with a number", async () => {
  await using checked = await openChecked();
  const { person, decide, accountId } = await withFlag(checked);
  assertEquals((await person.get("/age/flag")).status, 404);
  await decide("under_18", "Said that they are fifteen.");
  const { store } = checked.app.millo;
  assertEquals(await store.get(accounts, [accountId]), null);
  const talk = await person.fetch("/talk", {
    headers: { accept: "text/html" },
  });
  assert(placeOf(talk)?.startsWith("/age"));
  assertEquals(placeOf(await person.get("/age")), "/age/flag");
  const html = await text(person, "/age/flag");
  assertStringIncludes(html, "Your account was erased");
  assertStringIncludes(html, "Said that they are fifteen.");
  assert(/SN(-[0-9A-Z]{4}){4}/.test(html), "a number to keep");
  assertStringIncludes(html, "Begin the age check");
  // Nobody else reads it.
  assertEquals((await checked.elsewhere().get("/age/flag")).status, 404);
});

Deno.test("A10: a check lets somebody in again who was erased, and the browser with them", async () => {
  await using checked = await openChecked();
  const { person, decide } = await withFlag(checked);
  await decide("under_18", "Seemed a child.");
  assertEquals(placeOf(await person.post("/age/flag", {})), "/age/flag");
  const ready = await text(person, "/age/flag");
  assertStringIncludes(ready, `href="${checked.url}/ask/check-1"`);
  const expiresAt = checked.app.clock.now() + DAY;
  await answer(checked.url, "check-1", {
    ...{ state: "passed", expiresAt, tell: false },
  });
  assertEquals(placeOf(await person.post("/age/flag", {})), "/age/flag");
  const html = await text(person, "/age/flag");
  assertStringIncludes(html, "You are welcome again");
  assert(!html.includes("Seemed a child."));
  assertEquals(placeOf(await person.post("/age/flag", {})), "/consent");
  assertEquals(placeOf(await person.post("/consent", AGREED)), "/talk");
  assertEquals((await person.get("/talk")).status, 200);
});

Deno.test("A10: a no, or a provider that is down, lets nobody in again", async () => {
  await using checked = await openChecked();
  const { person, decide } = await withFlag(checked);
  await decide("under_18", "Seemed a child.");
  await checked.stopProvider();
  const away = await person.post("/age/flag", {});
  assertEquals(away.status, 503);
  assertStringIncludes(await away.text(), "cannot be reached right now");
  await checked.startAgain();
  await person.post("/age/flag", {});
  const no = { state: "failed", expiresAt: checked.app.clock.now() };
  await answer(checked.url, "check-1", { ...no, tell: true });
  const html = await text(person, "/age/flag");
  assertStringIncludes(html, "so the decision stands");
  assert(!html.includes('action="/age/flag"'));
  assertEquals(placeOf(await person.post("/age/flag", {})), "/age/flag");
  assertEquals(placeOf(await person.get("/age")), "/age/flag");
});

Deno.test("without a provider nobody is asked for a check, and the page says so", async () => {
  await using checked = await openChecked();
  const { staff, path, decide, person } = await withFlag(checked);
  const provider = checked.app.millo.ageProvider;
  checked.app.millo.ageProvider = null;
  assertStringIncludes(await text(staff, path), "there is no provider");
  const refused = await decide("check");
  assertEquals(refused.status, 422);
  assertStringIncludes(await refused.text(), "there is no provider");
  await decide("under_18", "Seemed a child.");
  assertStringIncludes(
    await text(person, "/age/flag"),
    "Write to the help desk",
  );
  checked.app.millo.ageProvider = provider;
});

Deno.test("whoever is banned for something else has no such page, and is not led to one", async () => {
  await using checked = await openChecked();
  const { millo } = checked.app;
  const person = checked.elsewhere();
  await person.post("/age", ADULT);
  await person.post("/consent", AGREED);
  const { accountId } = await memberOf(millo, person);
  const filed = await reported(millo.safety, { reported: accountId });
  await decided(millo.safety, filed.case, { measures: ["ban"] });
  await millo.dataMap.erase(accountId);
  assertEquals((await person.get("/age/flag")).status, 404);
  assertEquals((await person.post("/age/flag", {})).status, 404);
  assertEquals((await person.get("/age")).status, 200);
});

Deno.test("A10: with its number a flag is objected to from any browser", async () => {
  await using checked = await openChecked();
  const { person, decide } = await withFlag(checked);
  await decide("under_18", "Seemed a child.");
  const [number] = /SN(-[0-9A-Z]{4}){4}/.exec(await text(person, "/age/flag"))!;
  const other = checked.elsewhere();
  const opened = await other.post("/reference", { number });
  assertStringIncludes(await opened.text(), 'action="/reference/check"');
  await checked.stopProvider();
  const away = await other.post("/reference/check", { number });
  assertEquals(away.status, 503);
  assertStringIncludes(await away.text(), "cannot be reached right now");
  await checked.startAgain();
  const begun = await other.post("/reference/check", { number });
  const ready = await begun.text();
  assertStringIncludes(ready, `href="${checked.url}/ask/check-1"`);
  assertStringIncludes(ready, `value="${number}"`);
  const expiresAt = checked.app.clock.now() + HOUR;
  await answer(checked.url, "check-1", {
    ...{ state: "passed", expiresAt, tell: false },
  });
  const asked = await other.post("/reference/check", { number });
  assertStringIncludes(await asked.text(), "You are welcome again");
  const entered = await other.post("/reference/check", { number });
  assertEquals(placeOf(entered), "/consent");
  assertEquals(placeOf(await other.post("/consent", AGREED)), "/talk");
  // The yes lets one in, once.
  const twice = await checked.elsewhere().post("/reference/check", { number });
  assertEquals(placeOf(twice), "/age");
});

Deno.test("no number but that of a flag begins a check", async () => {
  await using checked = await openChecked();
  const { millo } = checked.app;
  const { case: number } = await reported(millo.safety);
  const { decision } = await decided(millo.safety, number);
  const other = checked.elsewhere();
  const keys = millo.safety.evidenceKeys;
  const known = await referenceNumber(keys, "decision", decision.id);
  for (const typed of [known, "SN-0000-0000-0000-0000", "", "nonsense"]) {
    const answered = await other.post("/reference/check", { number: typed });
    assertEquals(answered.status, 422, typed);
    await answered.body?.cancel();
  }
  const all = await Array.fromAsync(millo.store.each(ageRequests));
  assertEquals(all, []);
});
