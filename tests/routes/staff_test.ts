import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { newSecret, sha256 } from "../../lib/kernel/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import {
  Actor,
  addByOperator,
  findStaff,
  invite,
} from "../../lib/staff/mod.ts";
import { come } from "../helpers/accounts.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { SoftPasskey } from "../helpers/soft_passkey.ts";
import { addStaff, staffSession } from "../helpers/staff.ts";

async function enter(
  app: TestApp,
  ...given: Parameters<typeof addStaff> extends [unknown, ...infer Rest] ? Rest
    : never
): Promise<{ browser: TestBrowser; staffId: string; token: string }> {
  const { staffId, token } = await addStaff(app.millo, ...given);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  return { browser, staffId, token };
}

Deno.test("S02: a denial is written down, with what was asked and by whom", async () => {
  await using app = await openApp();
  const { browser, staffId } = await enter(app, ["moderator"]);
  assertEquals((await browser.get("/admin/staff")).status, 403);
  const entries = await Array.fromAsync(app.millo.store.each(auditEntries));
  const { action, actor, details } = entries.at(-1)!.value;
  assertEquals([action, actor, details], ["access.denied", staffId, {
    permission: "staff.read",
    route: "admin.staff",
  }]);
});

Deno.test("the rail shows what one may enter, and nothing else", async () => {
  await using app = await openApp();
  const shown = async (role: "admin" | "moderator") =>
    await (await (await app.as(role)).get("/admin")).text();
  assertStringIncludes(await shown("admin"), 'href="/admin/staff"');
  assert(!(await shown("moderator")).includes('href="/admin/staff"'));
});

Deno.test("single keys are turned off on one's own page, for every page", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["moderator"]);
  const isOff = async () =>
    (await (await browser.get("/admin/cases")).text())
      .includes('data-single-keys="off"');
  assertEquals(await isOff(), false);
  const off = await browser.post("/admin/me/preferences", {});
  assertEquals(off.headers.get("location"), "/admin/me#preferences");
  assertEquals(await isOff(), true);
  await browser.post("/admin/me/preferences", { singleKeys: "on" });
  assertEquals(await isOff(), false);
});

Deno.test("the cookie of the staff is only for the server and this site, for 8 hours", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  const left = await browser.post("/admin/me/sign-out", {});
  assertEquals(left.status, 303);
  const [line] = left.headers.getSetCookie();
  for (const part of ["HttpOnly", "SameSite=Strict", "Max-Age=0"]) {
    assertStringIncludes(line, part);
  }
  assertEquals((await browser.get("/admin")).status, 404);
});

Deno.test("S01: whoever left it idle is led to signing in, and back with what they typed", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  app.clock.pass(30 * 60_000);
  const page = await browser.fetch("/admin/staff?x=1", {
    headers: { accept: "text/html", "sec-fetch-mode": "navigate" },
  });
  assertEquals(page.status, 303);
  const to = "/staff?to=%2Fadmin%2Fstaff%3Fx%3D1";
  assertEquals(page.headers.get("location"), to);
  const typed = await browser.post("/admin/staff/invitations", {
    name: "Noor",
  });
  assertEquals(typed.status, 403);
  assertStringIncludes(await typed.text(), "what you typed is sent once more");
  assertEquals((await browser.get("/admin/nothing")).status, 404);
  assertEquals((await app.browser().get("/admin/staff")).status, 404);
});

Deno.test("S01: passkeys come and go as JSON, and the cookie is for 8 hours at most", async () => {
  await using app = await openApp();
  const token = newSecret();
  await addByOperator(app.millo, {
    ...{ digest: sha256(token), roles: ["moderator"], at: app.clock.now() },
  });
  const guest = app.browser();
  const send = (path: string, body: unknown) =>
    guest.fetch(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
      },
    });
  const key = new SoftPasskey();
  const path = `/staff/invitations/${token}`;
  const made = await key.make(
    await (await send(`${path}/challenge`, {})).json(),
  );
  assertEquals((await send(`${path}/passkey`, made)).status, 422, "no name");
  const joined = await send(`${path}/passkey`, { name: "Ada", passkey: made });
  assertEquals(joined.status, 201);
  const shown = await key.show(
    await (await send("/staff/challenge", {})).json(),
  );
  const entered = await send("/staff/passkey", shown);
  assertEquals(entered.status, 204);
  for (const { headers } of [joined, entered]) {
    const [line] = headers.getSetCookie();
    for (
      const part of [
        "millo_staff=",
        "Max-Age=28800",
        "Path=/",
        "HttpOnly",
        "SameSite=Strict",
      ]
    ) assertStringIncludes(line, part);
  }
  assertEquals((await guest.get("/admin")).status, 200);
  assertEquals((await send("/staff/passkey", shown)).status, 403, "once");
});

Deno.test("signing out ends the session on the server, too", async () => {
  await using app = await openApp();
  const { browser, token } = await enter(app, ["admin"]);
  await browser.post("/admin/me/sign-out", {});
  const { store } = app.millo;
  assertEquals(await findStaff(store, token, app.clock.now()), null);
});

Deno.test("S03: an account that one of the staff uses is known as theirs", async () => {
  await using app = await openApp();
  const { browser: member, accountId } = await come(app);
  const { token } = await addStaff(app.millo, ["moderator"]);
  const { store } = app.millo;
  assertEquals(
    (await findStaff(store, token, app.clock.now()))?.facts.ownAccounts.size,
    0,
  );
  member.setCookie("millo_staff", token);
  assertEquals((await member.get("/admin")).status, 200);
  const { facts } = (await findStaff(store, token, app.clock.now()))!;
  assertEquals([...facts.ownAccounts], [subjectHashOf(accountId)]);
  assertEquals((await member.get("/account")).status, 200);
});

Deno.test("an invitation's link is shown once, and is in no record", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  const html = await (await browser.fetch("/admin/staff/invitations", {
    method: "POST",
    body: new URLSearchParams([["name", "Noor H."], ["roles", "privacy"]]),
    headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  })).text();
  const [, link] = /(\/staff\/invitations\/[0-9a-z]{52})"/.exec(html)!;
  const page = await (await app.browser().get(link)).text();
  assertStringIncludes(page, "Is this you?");
  assertStringIncludes(page, "Privacy");
  assertStringIncludes(page, 'value="Noor H."');
  const list = await (await browser.get("/admin/staff")).text();
  assert(!list.includes(link));
  assertStringIncludes(list, "ends in 60 min");
});

Deno.test("a form that comes too late gives back what was chosen, and changes nothing", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin", "moderator"]);
  const { staffId } = await addStaff(app.millo, ["triage"], "Omar");
  const path = `/admin/staff/${staffId}/roles`;
  const save = (roles: string, version: string) =>
    browser.post(path, { roles, version });
  assertEquals((await save("moderator", "0")).status, 303);
  const late = await save("triage", "0");
  assertEquals(late.status, 409);
  const html = await late.text();
  assertStringIncludes(html, "Somebody changed these roles");
  assert(/value="triage" checked/.test(html), "what was chosen stays");
  app.clock.pass(6 * 60_000);
  const unproven = await save("triage", "1");
  assertEquals(unproven.status, 422);
  assertStringIncludes(await unproven.text(), "Show your passkey below");
});

Deno.test("what must be proven first leads to the proof, and back", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  app.clock.pass(6 * 60_000);
  const asked = await browser.post("/admin/me/codes", {});
  assertEquals(asked.headers.get("location"), "/admin/proof?to=/admin/me");
  const proof = await (await browser.get("/admin/proof?to=/admin/me")).text();
  assertStringIncludes(proof, 'href="/admin/me"');
  for (const to of ["//evil.example", "https://evil.example", "/account"]) {
    const html = await (await browser.get(
      `/admin/proof?to=${encodeURIComponent(to)}`,
    )).text();
    assert(!html.includes("evil.example") && !html.includes('href="/account"'));
  }
});

Deno.test("codes are shown once, and a reload does not show them again", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  const html = await (await browser.post("/admin/me/codes", {})).text();
  assertEquals(
    [...html.matchAll(/<code[^>]*>[0-9A-Z-]{35}<\/code>/g)].length,
    8,
  );
  const again = await browser.get("/admin/me/codes");
  assertEquals(again.headers.get("location"), "/admin/me");
  assertStringIncludes(
    await (await browser.get("/admin/me")).text(),
    "8 of 8 left",
  );
});

Deno.test("a wrong recovery code opens nothing, and comes back blank", async () => {
  await using app = await openApp();
  const answer = await app.browser().post("/staff/recovery", {
    recovery: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF",
  });
  assertEquals(answer.status, 422);
  const html = await answer.text();
  assert(!html.includes("AAAAA"));
  assertStringIncludes(html, "not one of ours");
});

Deno.test("S01: ten codes are as many as one may try, and passkeys work meanwhile", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const browser = app.browser();
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) {
    const tried = await browser.post("/staff/recovery", { recovery: `${n}` });
    statuses.push(tried.status);
  }
  assertEquals(statuses, [...Array(10).fill(422), 429, 429]);
  assertEquals((await browser.post("/staff/challenge", {})).status, 200);
  app.clock.pass(6 * 60_000);
  const { status } = await browser.post("/staff/recovery", { recovery: "x" });
  assertEquals(status, 422);
});

Deno.test("another session of one's own is ended from the list", async () => {
  await using app = await openApp();
  const { browser, staffId } = await enter(app, ["moderator"]);
  const token = await staffSession(app.millo, staffId);
  const html = await (await browser.get("/admin/me")).text();
  const [, path] = /action="(\/admin\/me\/sessions\/\w+\/end)"/.exec(html)!;
  await browser.post(path, {});
  const { store } = app.millo;
  assertEquals(await findStaff(store, token, app.clock.now()), null);
  assertEquals((await browser.get("/admin/me")).status, 200);
});

Deno.test("an invitation asks for a name, then for a passkey, and may be declined", async () => {
  await using app = await openApp();
  const { token } = await addStaff(app.millo, ["admin"]);
  const staff = (await findStaff(app.millo.store, token, app.clock.now()))!;
  const actor = Actor.authorise(staff, "staff.write", {
    now: app.clock.now(),
  });
  assert(actor.ok);
  const made = await invite(app.millo, actor.value, {
    ...{ name: "Noor", roles: ["privacy"] },
  });
  assert(made.ok);
  const family = "👨‍👩‍👧‍👦".repeat(60);
  const long = { name: family, roles: ["privacy"] as const };
  assert((await invite(app.millo, actor.value, long)).ok);
  const path = `/staff/invitations/${made.value}`;
  const guest = app.browser();
  for (
    const [name, words] of [
      ["  ", "a name that can be seen"],
      ["\u200b", "a name that can be seen"],
      ["x".repeat(61), "60 characters or fewer"],
      ["e" + "\u0301".repeat(100), "more marks than can be read"],
    ]
  ) {
    const wrong = await guest.post(path, { name });
    assertEquals(wrong.status, 422);
    assertStringIncludes(await wrong.text(), words);
  }
  assertEquals((await guest.post(path, { name: family })).status, 200);
  const named = await guest.post(path, { name: "Noor <H.>" });
  assertEquals(named.status, 200);
  const html = await named.text();
  assertStringIncludes(html, "Register a passkey");
  assertStringIncludes(html, "Noor &lt;H.>");
  const declined = await guest.post(path, { name: "Noor", decline: "1" });
  assertStringIncludes(await declined.text(), "This link has ended");
  assertEquals((await guest.get(path)).status, 404);
  const entries = await Array.fromAsync(app.millo.store.each(auditEntries));
  const { action, actorKind } = entries.at(-1)!.value;
  assertEquals([action, actorKind], ["staff.invite.revoke", "person"]);
});

Deno.test("without a fresh passkey an invitation comes back with its words, and asks for it", async () => {
  await using app = await openApp();
  const { browser } = await enter(app, ["admin"]);
  app.clock.pass(6 * 60_000);
  const asked = await browser.post("/admin/staff/invitations", {
    name: "Noor H.",
    roles: "privacy",
  });
  assertEquals(asked.status, 422);
  const html = await asked.text();
  assertStringIncludes(html, 'value="Noor H."');
  assert(/value="privacy" checked/.test(html));
  assertStringIncludes(html, "needs your passkey once more");
});
