import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { mails } from "../../lib/notices/records.ts";
import { lastAlert } from "../../lib/safety/mod.ts";
import { staffAlertAddresses } from "../../lib/staff/records.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

type Role = Parameters<typeof addStaff>[1][number];

async function enter(app: TestApp, role: Role, name: string) {
  const { staffId, token } = await addStaff(app.millo, [role], name);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  return { browser, staffId };
}

const textOf = async (browser: TestBrowser, path: string) =>
  await (await browser.get(path)).text();

const DANGER = "Somebody may be in danger now.";

Deno.test("M39: an alert stands on every page of whoever is on call, until somebody is on it", async () => {
  await using app = await openApp();
  const noor = await enter(app, "moderator", "Noor");
  const mei = await enter(app, "moderator", "Mei");
  assertStringIncludes(
    await textOf(noor.browser, "/admin"),
    "Nobody is on call.",
  );
  const gone = await noor.browser.post("/admin/me/on-call", { hours: "8" });
  assertEquals(gone.headers.get("location"), "/admin/me#on-call");
  assert(!(await textOf(mei.browser, "/admin")).includes("Nobody is on call."));
  const { case: number } = await reported(app.millo.safety, {
    reason: "danger",
  });
  for (const path of ["/admin", "/admin/cases", "/admin/me", "/admin/audit"]) {
    const page = await textOf(noor.browser, path);
    assertStringIncludes(page, DANGER, path);
    assertStringIncludes(page, number, path);
    assert(!(await textOf(mei.browser, path)).includes(DANGER), path);
  }
  const { id } = (await lastAlert(app.millo.store, ["general"]))!;
  const path = `/admin/alerts/${id}/answer`;
  const answered = await noor.browser.post(path, {});
  assertEquals(answered.headers.get("location"), `/admin/cases/${number}`);
  assert(!(await textOf(noor.browser, "/admin")).includes(DANGER));
  const late = await mei.browser.post(path, {});
  assertEquals(late.headers.get("location"), "/admin");
});

Deno.test("M39: with nobody on call all who may act see it, and an admin without cases no link", async () => {
  await using app = await openApp();
  const ada = await enter(app, "admin", "Ada");
  const tom = await enter(app, "triage", "Tom");
  const { case: number } = await reported(app.millo.safety, {
    reason: "danger",
  });
  await app.millo.jobs.run("alerts");
  const page = await textOf(ada.browser, "/admin");
  assertStringIncludes(page, "Nobody is on call, so everybody who may act");
  assert(!page.includes(`href="/admin/cases/${number}"`));
  assert(!(await textOf(tom.browser, "/admin")).includes(DANGER));
  const { id } = (await lastAlert(app.millo.store, ["general"]))!;
  const path = `/admin/alerts/${id}/answer`;
  assertEquals((await tom.browser.post(path, {})).status, 403);
  const answered = await ada.browser.post(path, {});
  assertEquals(answered.headers.get("location"), "/admin");
});

Deno.test("the page names who was told, once somebody was", async () => {
  await using app = await openApp();
  const noor = await enter(app, "moderator", "Noor");
  await noor.browser.post("/admin/me/on-call", { hours: "1" });
  // The alerter hears of it by itself; the job waits for that run.
  await reported(app.millo.safety, { reason: "danger" });
  await app.millo.jobs.run("alerts");
  const page = await textOf(noor.browser, "/admin");
  assertStringIncludes(page, "Noor: told, and no answer yet.");
});

Deno.test("one goes on call for 1 to 24 whole hours, and the staff see it", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, "moderator", "Noor");
  for (const hours of ["0", "25", "1.5", "x", ""]) {
    const refused = await browser.post("/admin/me/on-call", { hours });
    assertEquals(refused.status, 422, hours);
  }
  await browser.post("/admin/me/on-call", { hours: "24" });
  const admin = await app.as("admin");
  assertStringIncludes(await textOf(admin, "/admin/staff"), "On call until");
  assertStringIncludes(
    await textOf(browser, "/admin/me"),
    'datetime="2026-11-24T12:34',
  );
  await browser.post("/admin/me/on-call/end", {});
  assertStringIncludes(
    await textOf(browser, "/admin/me"),
    "You are not on call.",
  );
  assert(!(await textOf(admin, "/admin/staff")).includes("On call until"));
});

Deno.test("whoever answers no alerts is asked for no shift and no address", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, "analyst", "Ana");
  assert(!(await textOf(browser, "/admin/me")).includes("on-call"));
  assertEquals(
    (await browser.post("/admin/me/on-call", { hours: "8" })).status,
    403,
  );
});

/** No mail server is asked: nothing is sent before the test has looked. */
const MAIL = {
  MILLO_SMTP_URL: "smtp://127.0.0.1:9",
  MILLO_MAIL_FROM: "alerts@millo.example",
};

async function codeIn(app: TestApp): Promise<string> {
  const [{ value }] = await Array.fromAsync(app.millo.store.each(mails));
  return String(value.values.code);
}

Deno.test("an address for alerts counts once its code came back", async () => {
  await using app = await openApp(MAIL);
  const { browser, staffId } = await enter(app, "moderator", "Noor");
  const path = "/admin/me/alert-address";
  const kept = async () =>
    (await app.millo.store.get(staffAlertAddresses, [staffId]))?.value;
  const asked = await browser.post(path, { address: "Noor@Example.org " });
  assertEquals(asked.status, 303);
  assertEquals([(await kept())?.address, (await kept())?.pending], [
    ...[null, "noor@example.org"],
  ]);
  const code = await codeIn(app);
  const wrong = await browser.post(`${path}/code`, {
    code: code === "000000" ? "000001" : "000000",
  });
  assertEquals(wrong.status, 422);
  assertEquals((await kept())?.address, null);
  assertEquals((await browser.post(`${path}/code`, { code })).status, 303);
  assertEquals((await kept())?.address, "noor@example.org");
  assertStringIncludes(
    await textOf(browser, "/admin/me"),
    "By mail to noor@example.org",
  );
  await browser.post(`${path}/removal`, {});
  assertEquals(await kept(), undefined);
});

Deno.test("what is no address comes back with what was typed", async () => {
  await using app = await openApp(MAIL);
  const { browser } = await enter(app, "moderator", "Noor");
  const answer = await browser.post("/admin/me/alert-address", {
    address: "noor at example",
  });
  assertEquals(answer.status, 422);
  const page = await answer.text();
  assertStringIncludes(page, "noor at example");
  assertStringIncludes(page, "Enter an email address");
});

Deno.test("without a mail server no address can be given", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, "moderator", "Noor");
  const answer = await browser.post("/admin/me/alert-address", {
    address: "noor@example.org",
  });
  assertEquals(answer.status, 422);
  assertStringIncludes(await answer.text(), "not sending email at the moment");
});
