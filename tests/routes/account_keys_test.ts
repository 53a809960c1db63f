import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { recoveryCodes } from "../../lib/accounts/keys/records.ts";
import { accounts, sessions } from "../../lib/accounts/records.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { all, come, makeCode, SESSION } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

Deno.test("a recovery code is shown once, kept as argon2id, and brings the account back", async () => {
  await using app = await openApp();
  const first = await app.as("member");
  const code = await makeCode(first);
  const [kept] = await all(app, recoveryCodes);
  assertMatch(kept.hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assertEquals(
    JSON.stringify(kept).includes(
      code.replaceAll("-", "").slice(10).toLowerCase(),
    ),
    false,
  );
  assertEquals(
    (await (await first.get("/account/keys")).text()).includes(code),
    false,
  );

  const second = app.browser();
  const back = await second.post("/account/return", {
    recovery: code.toLowerCase(),
  });
  assertEquals([back.status, back.headers.get("location")], [303, "/account"]);
  assertEquals((await second.get("/account")).status, 200);
  assertEquals((await all(app, accounts)).length, 1);
  assertEquals((await all(app, sessions)).length, 2);
});

Deno.test("a code that opens nothing is refused, blanked, and lets nobody in", async () => {
  await using app = await openApp();
  const owner = await app.as("member");
  const code = await makeCode(owner);
  const wrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
  for (const recovery of ["", "hello", wrong]) {
    const browser = app.browser();
    const answer = await browser.post("/account/return", { recovery });
    assertEquals(answer.status, 422);
    assertEquals(browser.cookie(SESSION), undefined);
    const html = await answer.text();
    assertStringIncludes(html, 'aria-invalid="true"');
    if (recovery) assertEquals(html.includes(recovery), false);
  }
});

Deno.test("coming back rotates the session: the one from before is worth nothing", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const code = await makeCode(browser);
  const before = browser.cookie(SESSION)!;
  await browser.post("/account/return", { recovery: code });
  const after = browser.cookie(SESSION)!;
  assert(before !== after);
  assertEquals(await statusWith(app, before), 403);
  assertEquals(await statusWith(app, after), 200);
  assertEquals((await all(app, sessions)).length, 1);
});

Deno.test("a new code needs an old key once there is one, and ends the old code", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const old = await makeCode(browser);
  app.clock.pass(6 * MINUTE);
  const refused = await browser.post("/account/keys/code", {});
  assertEquals(
    refused.headers.get("location"),
    "/account/return?to=/account/keys",
  );
  assertEquals((await browser.post("/account/keys/challenge", {})).status, 403);
  await browser.post("/account/return?to=/account/keys", { recovery: old });
  const fresh = await makeCode(browser);
  assertEquals(
    (await app.browser().post("/account/return", { recovery: old })).status,
    422,
  );
  assertEquals(
    (await app.browser().post("/account/return", { recovery: fresh })).status,
    303,
  );
});

Deno.test("a code of another account does not change a browser over by stealth", async () => {
  await using app = await openApp();
  const code = await makeCode(await app.as("member"));
  const other = await app.as("member");
  const cookie = other.cookie(SESSION);
  assertEquals(
    (await other.post("/account/return", { recovery: code })).status,
    422,
  );
  assertEquals(other.cookie(SESSION), cookie);
});

Deno.test("a refused browser stays outside, whatever code it has", async () => {
  await using app = await openApp();
  const code = await makeCode(await app.as("member"));
  const refused = await app.as("refused");
  assertEquals(
    (await refused.post("/account/return", { recovery: code })).status,
    403,
  );
  assertEquals(refused.cookie(SESSION), undefined);
});

Deno.test("P02: a copy needs a key shown within five minutes; without it not one byte", async () => {
  await using app = await openApp();
  const owner = await come(app);
  assertEquals(
    (await owner.browser.post("/account/data/copy", {})).status,
    200,
  );
  app.clock.pass(5 * MINUTE);
  const late = await owner.browser.post("/account/data/copy", {});
  assertEquals([late.status, late.headers.get("location")], [
    303,
    "/account/return?to=/account/data",
  ]);
  assertEquals((await late.bytes()).length, 0);
  const proof = await owner.browser.post(
    "/account/return?to=/account/data",
    { recovery: owner.code },
  );
  assertEquals(proof.headers.get("location"), "/account/data");
  assertEquals(
    (await owner.browser.post("/account/data/copy", {})).status,
    200,
  );

  const keyless = await app.as("member");
  const first = await keyless.post("/account/data/copy", {});
  assertEquals([first.status, first.headers.get("location")], [
    303,
    "/account/keys",
  ]);
  await keyless.post("/account/keys/code", {});
  assertEquals((await keyless.post("/account/data/copy", {})).status, 200);
});

async function statusWith(app: TestApp, token: string): Promise<number> {
  const headers = { cookie: `${SESSION}=${token}` };
  return (await app.fetch("/account", { headers })).status;
}
