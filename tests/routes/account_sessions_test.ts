import { accountNamed } from "../helpers/ids.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { accounts, devices, sessions } from "../../lib/accounts/records.ts";
import { type AccountId, DAY, HOUR } from "../../lib/kernel/mod.ts";
import { callUsage } from "../../lib/usage/records.ts";
import { all, makeCode, SESSION } from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";

Deno.test("sessions are listed with device and day, and end one by one or all at once", async () => {
  await using app = await openApp();
  const first = await app.as("member");
  const code = await makeCode(first);
  const second = app.browser();
  const agent =
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  await second.fetch("/account/return", {
    method: "POST",
    body: new URLSearchParams({ recovery: code }),
    headers: {
      "sec-fetch-site": "same-origin",
      "user-agent": agent,
      ect: "4g",
    },
  });
  const html = await (await first.get("/account/sessions")).text();
  for (
    const text of [
      "This browser",
      "Another browser",
      "Linux",
      "4g",
      "127.0.0.0/24",
      "23 November 2026",
    ]
  ) {
    assertStringIncludes(html, text);
  }
  const other = (await all(app, sessions)).find(({ provenAt, device }) =>
    provenAt > 0 && device
  )!;
  const names = [
    ...html.matchAll(/action="\/account\/sessions\/([0-9a-f]{64})\/end"/g),
  ].map((
    [, id],
  ) => id);
  assertEquals(names.length, 2);
  assert(names.includes(other.tokenDigest));
  await first.post(`/account/sessions/${names[1]}/end`, {});
  assertEquals((await second.get("/account")).status, 403);
  assertEquals((await first.get("/account")).status, 200);
  assertEquals((await all(app, devices)).length, 1);

  await app.browser().post("/account/return", { recovery: code });
  const gone = await first.post("/account/sessions/end", {});
  assertEquals([gone.status, gone.headers.get("location")], [303, "/"]);
  assertEquals(first.cookie(SESSION), undefined);
  assertEquals([...await all(app, sessions), ...await all(app, devices)], []);
});

Deno.test("nobody ends the session or device record of somebody else", async () => {
  await using app = await openApp();
  const owner = await app.as("member");
  const [session] = await all(app, sessions);
  const [device] = await all(app, devices);
  const other = await app.as("member");
  await other.post(`/account/sessions/${session.tokenDigest}/end`, {});
  await other.post(`/account/devices/${device.id}/removal`, {});
  assertEquals((await owner.get("/account")).status, 200);
  assertEquals((await all(app, devices)).length, 2);
});

Deno.test("a device record is seen, erased, and not made again for the session", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const [device] = await all(app, devices);
  assertEquals(Object.keys(device).sort(), [
    "accountId",
    "connection",
    "createdDay",
    "family",
    "id",
    "network",
    "os",
    "seenDay",
  ]);
  assertStringIncludes(
    await (await browser.get("/account/sessions")).text(),
    device.id,
  );
  await browser.post(`/account/devices/${device.id}/removal`, {});
  assertEquals(await all(app, devices), []);
  app.clock.pass(DAY);
  assertEquals((await browser.get("/account/sessions")).status, 200);
  assertEquals(await all(app, devices), []);
});

Deno.test("the history shows hour and length of own calls, and nobody else's", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const [{ id: accountId }] = await all(app, accounts);
  const hour = app.clock.now() - (app.clock.now() % HOUR);
  const call = (n: number, of: AccountId, seconds: number) => ({
    id: `${n}`.repeat(26),
    accountId: of,
    hour,
    seconds,
    ending: "they" as const,
  });
  await app.millo.store.write()
    .add(callUsage, call(1, accountId, 185))
    .add(callUsage, call(2, accountNamed("z".repeat(26)), 777))
    .commit();
  const html = await (await browser.get("/account/history")).text();
  assertStringIncludes(html, "3 minutes 5 seconds");
  assertStringIncludes(html, "23 November 2026, 12:00 UTC");
  assertEquals(html.includes("12 minutes 57"), false);
});
