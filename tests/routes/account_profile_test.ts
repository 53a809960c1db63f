import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { passkeys, recoveryCodes } from "../../lib/accounts/keys/records.ts";
import { profiles } from "../../lib/accounts/profile/records.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { all, makeCode } from "../helpers/accounts.ts";
import { openApp, type TestBrowser } from "../helpers/app.ts";

Deno.test("name, interests and languages are optional, normalised and kept", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const page = await (await browser.get("/account")).text();
  assertStringIncludes(page, "Nobody in a call does");
  assertEquals(
    (await browser.post("/account", {
      version: "none",
      username: "",
      interests: "",
    })).status,
    303,
  );
  const form = {
    version: await versionOf(browser),
    username: " Ada ",
    interests: "Jazz, #jazz,Night  Trains",
    languages: "de",
  };
  assertEquals((await browser.post("/account", form)).status, 303);
  const [profile] = await all(app, profiles);
  assertEquals(
    [profile.username, profile.interests, profile.languages],
    ["Ada", ["jazz", "night trains"], ["de"]],
  );
  const html = await (await browser.get("/account")).text();
  assertStringIncludes(html, 'value="jazz, night trains"');
  assertMatch(html, /value="de" checked|checked[^>]*value="de"/);
});

Deno.test("a profile with a fault comes back with what was typed and the reason beside it", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const interests = Array.from({ length: 11 }, (_, n) => `tag ${n}`).join(", ");
  const answer = await browser.post("/account", {
    version: "none",
    username: "Ada",
    interests,
  });
  assertEquals(answer.status, 422);
  const html = await answer.text();
  assertStringIncludes(html, interests);
  assertStringIncludes(html, 'id="interests-error"');
  assertStringIncludes(html, "Name 10 interests or fewer.");
  assertEquals(await all(app, profiles), []);
});

Deno.test("a stale profile form says so; the same form twice does no harm", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const form = { version: "none", username: "Ada", interests: "" };
  assertEquals((await browser.post("/account", form)).status, 303);
  assertEquals((await browser.post("/account", form)).status, 303);
  const stale = await browser.post("/account", { ...form, username: "Grace" });
  assertEquals(stale.status, 422);
  const html = await stale.text();
  assertStringIncludes(html, 'value="Grace"');
  assertStringIncludes(html, "another window");
  assertEquals((await all(app, profiles))[0].username, "Ada");
  const again = {
    ...form,
    username: "Grace",
    version: /name="version" value="([^"]+)"/.exec(html)![1],
  };
  assertEquals((await browser.post("/account", again)).status, 303);
});

Deno.test("what hangs on an account lives as long as somebody comes", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await makeCode(browser);
  await browser.post("/account", {
    version: "none",
    username: "Ada",
    interests: "",
  });
  for (let day = 0; day < 400; day += 25) {
    app.clock.pass(25 * DAY);
    assertEquals((await browser.get("/account")).status, 200);
  }
  await app.millo.dataMap.sweep({ dry: false });
  assertEquals((await all(app, profiles))[0].username, "Ada");
  assertEquals((await all(app, recoveryCodes)).length, 1);
  assertEquals((await all(app, passkeys)).length, 0);
});

async function versionOf(browser: TestBrowser): Promise<string> {
  const html = await (await browser.get("/account")).text();
  return /name="version" value="([^"]+)"/.exec(html)![1];
}

Deno.test("a language is added without a script, and nothing typed is lost", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const typed = {
    version: "none",
    username: "Ada",
    interests: "jazz",
    languages: "de",
    language: "pt",
  };
  const answer = await browser.post("/account", { ...typed, act: "add" });
  assertEquals(answer.status, 200);
  const html = await answer.text();
  assertEquals(spokenIn(html), ["de", "pt"]);
  assertEquals(offeredIn(html).includes("pt"), false);
  assertStringIncludes(html, 'value="Ada"');
  assertStringIncludes(html, 'value="jazz"');
  assertStringIncludes(html, "not saved yet");
  assertEquals(await all(app, profiles), []);
});

Deno.test("a language that is chosen and not added is saved all the same", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const form = { version: "none", username: "", interests: "" };
  const chosen = { ...form, languages: "de", language: "ja" };
  assertEquals((await browser.post("/account", chosen)).status, 303);
  assertEquals((await all(app, profiles))[0].languages, ["de", "ja"]);
  assertEquals(
    spokenIn(await (await browser.get("/account")).text()),
    ["de", "ja"],
  );
});

Deno.test("Add without a choice saves, as the key Enter in a field means it", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const form = { version: "none", username: "Ada", interests: "" };
  const entered = { ...form, language: "", act: "add" };
  assertEquals((await browser.post("/account", entered)).status, 303);
  assertEquals((await all(app, profiles))[0].username, "Ada");
});

Deno.test("languages stay ticked when another field is wrong", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const answer = await browser.post("/account", {
    version: "none",
    username: "x".repeat(31),
    interests: "",
    languages: "sw",
    language: "ur",
    act: "add",
  });
  assertEquals(answer.status, 422);
  assertEquals(spokenIn(await answer.text()), ["sw", "ur"]);
});

Deno.test("a language that there is not is refused and not offered", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const answer = await browser.post("/account", {
    version: "none",
    username: "",
    interests: "",
    language: "xx",
    act: "add",
  });
  assertEquals(answer.status, 422);
  const html = await answer.text();
  assertStringIncludes(html, "Choose languages from the list.");
  assertEquals(spokenIn(html), []);
  assertEquals(await all(app, profiles), []);
});

Deno.test("the account says whether there is a way back, and where the picture is", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const before = await (await browser.get("/account")).text();
  assertStringIncludes(before, "Only this browser knows you");
  assertEquals(before.includes("/account/picture/image"), false);
  await makeCode(browser);
  const after = await (await browser.get("/account")).text();
  assertStringIncludes(after, "You can come back");
});

/** The codes of the boxes of languages, all of which are ticked. */
function spokenIn(html: string): string[] {
  return [...html.matchAll(/<input[^>]*name="languages"[^>]*>/g)]
    .filter(([box]) => /\schecked/.test(box))
    .map(([box]) => /value="(\w+)"/.exec(box)![1]);
}

function offeredIn(html: string): string[] {
  return [...html.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code);
}
