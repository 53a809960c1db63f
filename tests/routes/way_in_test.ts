import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { noteVisit } from "../../lib/usage/mod.ts";
import { elements, linksOf } from "../components/html.ts";
import { come, outdatePolicy } from "../helpers/accounts.ts";
import {
  ADULT,
  AGREED,
  CHILD,
  memberOf,
  openApp,
  OUTSIDERS,
  type TestBrowser,
} from "../helpers/app.ts";

/** What browsers send that go to a page: new ones, and old ones. */
const NAVIGATIONS: readonly Record<string, string>[] = [
  { accept: "text/html,*/*;q=0.8", "sec-fetch-mode": "navigate" },
  { accept: "text/html,application/xhtml+xml" },
];

const [NEW] = NAVIGATIONS;

function go(
  browser: TestBrowser,
  path: string,
  headers: Record<string, string> = NEW,
): Promise<Response> {
  return browser.fetch(path, { headers });
}

function placeOf({ status, headers }: Response): [number, string | null] {
  return [status, headers.get("location")];
}

/** Sends the form of a page as a browser without scripts does. */
async function send(
  browser: TestBrowser,
  page: Response,
  fields: Record<string, string>,
): Promise<Response> {
  const [form] = elements(await page.text(), "form")
    .map(({ attributes }) => attributes)
    .filter(({ action }) => /^\/(age|consent)/.test(action ?? ""));
  return await browser.post(form.action.replaceAll("&amp;", "&"), fields);
}

const BEHIND = ["/account", "/account/data", "/account/inbox?page=2"];

for (const headers of NAVIGATIONS) {
  const kind = headers["sec-fetch-mode"] ? "a new" : "an old";
  Deno.test(`${kind} browser is led to the next step and back, without script`, async () => {
    await using app = await openApp();
    for (const path of BEHIND) {
      const browser = app.browser();
      const to = encodeURIComponent(path);
      const away = await go(browser, path, headers);
      assertEquals(placeOf(away), [303, `/age?to=${to}`]);
      const age = await go(browser, `/age?to=${to}`, headers);
      const passed = await send(browser, age, ADULT);
      assertEquals(placeOf(passed), [303, `/consent?to=${to}`]);
      const consent = await go(browser, `/consent?to=${to}`, headers);
      const agreed = await send(browser, consent, AGREED);
      assertEquals(placeOf(agreed), [303, path]);
      assertEquals((await go(browser, path, headers)).status, 200);
    }
  });
}

Deno.test("whoever wants the live page is led there", async () => {
  await using app = await openApp();
  const visitor = app.browser();
  assertEquals(placeOf(await go(visitor, "/talk")), [303, "/age"]);
  const gated = await app.as("gated");
  assertEquals(placeOf(await go(gated, "/talk")), [303, "/consent"]);
  const agreed = await send(gated, await go(gated, "/consent"), AGREED);
  assertEquals(placeOf(agreed), [303, "/talk"]);
  assertEquals((await go(gated, "/talk")).status, 200);
});

Deno.test("a mistyped date and a forgotten box lose nothing of the way", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const to = encodeURIComponent("/account");
  const typo = await send(browser, await go(browser, `/age?to=${to}`), {});
  assertEquals(typo.status, 422);
  const passed = await send(browser, typo, ADULT);
  assertEquals(placeOf(passed), [303, `/consent?to=${to}`]);
  const consent = await go(browser, `/consent?to=${to}`);
  const forgotten = await send(browser, consent, { rules: "1" });
  assertEquals(forgotten.status, 422);
  const agreed = await send(browser, forgotten, AGREED);
  assertEquals(placeOf(agreed), [303, "/account"]);
});

Deno.test("whoever has an account comes back from the way in to where they wanted", async () => {
  await using app = await openApp();
  const { code } = await come(app);
  const browser = app.browser();
  const way = "/account/return?to=%2Faccount%2Finbox%3Fpage%3D2";
  const age = await go(browser, "/age?to=%2Faccount%2Finbox%3Fpage%3D2");
  const html = await age.text();
  assertEquals(linksOf(html, "header").filter(isReturn), [way]);
  assertEquals(linksOf(html, "footer").filter(isReturn), [way]);
  // A code that was mistyped loses nothing of it either.
  const typo = await sendReturn(browser, await go(browser, way), "x");
  assertEquals(typo.status, 422);
  const back = await sendReturn(browser, typo, code);
  assertEquals(placeOf(back), [303, "/account/inbox?page=2"]);
});

Deno.test("whoever comes back without a wish comes to their account", async () => {
  await using app = await openApp();
  for (const query of ["", "?to=", "?to=//evil.example", "?to=/"]) {
    const { code } = await come(app);
    const browser = app.browser();
    const page = await go(browser, `/account/return${query}`);
    const back = await sendReturn(browser, page, code);
    assertEquals(placeOf(back), [303, "/account"], query);
  }
  const visitor = app.browser();
  const start = await (await go(visitor, "/contact")).text();
  assertEquals(linksOf(start, "footer").filter(isReturn), ["/account/return"]);
  const age = await (await go(visitor, "/age")).text();
  assertEquals(linksOf(age, "footer").filter(isReturn), [
    "/account/return?to=%2Ftalk",
  ]);
});

function isReturn(link: string): boolean {
  return link.startsWith("/account/return");
}

async function sendReturn(
  browser: TestBrowser,
  page: Response,
  recovery: string,
): Promise<Response> {
  const [action] = elements(await page.text(), "form")
    .map(({ attributes }) => attributes.action ?? "")
    .filter(isReturn);
  return await browser.post(action.replaceAll("&amp;", "&"), { recovery });
}

Deno.test("only what can be read leads through the way in", async () => {
  await using app = await openApp();
  const paths: [string, number, string | null][] = [
    ["/account/data/copy", 405, "POST, OPTIONS"],
    ["/account/sessions/x/end", 405, "POST, OPTIONS"],
    ["/consent/refusal", 405, "POST, OPTIONS"],
    ["/account/return/passkey", 405, "POST, OPTIONS"],
    ["/nope", 404, null],
    ["/account/nope", 404, null],
    ["/admin", 404, null],
    ["/admin/me/sign-out", 404, null],
  ];
  for (const role of OUTSIDERS) {
    const browser = await app.as(role);
    for (const headers of [...NAVIGATIONS, {}]) {
      for (const [path, status, allow] of paths) {
        const answer = await go(browser, path, headers);
        assertEquals(
          [path, answer.status, answer.headers.get("allow")],
          [path, status, allow],
          role,
        );
      }
    }
  }
});

Deno.test("the address of the socket says what it is", async () => {
  await using app = await openApp();
  for (const role of OUTSIDERS) {
    const answer = await go(await app.as(role), "/talk/live");
    assertEquals(answer.status, 426);
    assertEquals(answer.headers.get("upgrade"), "websocket");
    const html = await answer.text();
    assertStringIncludes(html, "keeps its connection at this address");
    assertStringIncludes(html, 'href="/talk"');
  }
});

Deno.test("what is no way to a page keeps its 403", async () => {
  await using app = await openApp();
  const others: Record<string, string>[] = [
    {},
    { accept: "*/*" },
    { accept: "image/avif,*/*", "sec-fetch-mode": "no-cors" },
    { accept: "text/html", "sec-fetch-mode": "cors" },
    { accept: "application/json" },
    { accept: "text/html", upgrade: "websocket" },
    { accept: "text/html;q=0" },
  ];
  for (const role of ["visitor", "gated"] as const) {
    const browser = await app.as(role);
    for (const headers of others) {
      const paths = headers.upgrade ? ["/talk/live"] : ["/talk", "/account"];
      for (const path of paths) {
        const { status } = await go(browser, path, headers);
        assertEquals(status, 403, `${path} ${JSON.stringify(headers)}`);
      }
    }
    const post = await browser.fetch("/account", {
      method: "POST",
      headers: { ...NEW, origin: "http://localhost" },
      body: new URLSearchParams(),
    });
    assertEquals(post.status, 403);
  }
});

Deno.test("a program is told of its 403 by a problem document", async () => {
  await using app = await openApp();
  const headers = { accept: "application/json" };
  const response = await go(app.browser(), "/account", headers);
  assertEquals(response.status, 403);
  assertEquals(
    response.headers.get("content-type"),
    "application/problem+json",
  );
  assertEquals((await response.json()).status, 403);
});

Deno.test("a refused browser stays refused on every way", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const age = await go(browser, "/age?to=%2Faccount");
  assertEquals(
    placeOf(await send(browser, age, CHILD)),
    [303, "/age?to=%2Faccount"],
  );
  for (const path of ["/talk", ...BEHIND, "/age", "/age/check", "/consent"]) {
    const response = await go(browser, path);
    assertEquals([path, ...placeOf(response)], [path, 403, null]);
  }
  const back = await browser.post("/account/return", { recovery: "x" });
  assertEquals(back.status, 403);
});

Deno.test("no address of ours leads to another site", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  const gated = await app.as("gated");
  for (
    const to of ["//evil.example", "https://evil.example", "/\\evil.example"]
  ) {
    const query = `?to=${encodeURIComponent(to)}`;
    const onward = await go(member, `/age${query}`);
    assertEquals(placeOf(onward), [303, "/talk"]);
    const page = await (await go(gated, `/consent${query}`)).text();
    const actions = elements(page, "form")
      .map(({ attributes }) => attributes.action);
    assert(actions.includes("/consent"));
    assert(!actions.join().includes("evil.example"));
    assertEquals(placeOf(await go(gated, `/age${query}`)), [303, "/consent"]);
  }
});

Deno.test("whoever has come already is led on to where they wanted", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  for (const step of ["/age", "/age/check", "/consent"]) {
    const response = await go(browser, `${step}?to=%2Faccount%2Fdata`);
    assertEquals(placeOf(response), [303, "/account/data"]);
  }
});

Deno.test("a changed text stands before calls, without a number of steps", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await outdatePolicy(app);
  assertEquals((await go(browser, "/account")).status, 200);
  assertEquals(placeOf(await go(browser, "/talk")), [303, "/consent"]);
  const consent = await go(browser, "/consent");
  const html = await consent.clone().text();
  assertEquals(/Step \d of \d/.test(html), false);
  const agreed = await send(browser, consent, { policy: AGREED.policy });
  assertEquals(placeOf(agreed), [303, "/talk"]);
});

Deno.test("the steps are counted on the first way in alone", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const stepOn = async (path: string) =>
    /Step (\d) of 3/.exec(await (await go(browser, path)).text())?.[1];
  assertEquals(await stepOn("/age"), "1");
  await browser.post("/age", ADULT);
  assertEquals(await stepOn("/consent"), "2");
  await browser.post("/consent", AGREED);
  assertEquals(await stepOn("/talk"), "3");
  const { store, clock } = app.millo;
  const { accountId } = await memberOf(app.millo, browser);
  await noteVisit(store, accountId, clock.now());
  assertEquals(await stepOn("/talk"), undefined);
  const page = await (await go(browser, "/talk")).text();
  assertStringIncludes(page, 'data-state="ready"');
});
