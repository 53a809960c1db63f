import { assertEquals, assertStringIncludes } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import { openApp, type TestBrowser } from "../helpers/app.ts";

const t = translator("en");
const JSON_ONLY = { accept: "application/json" };
const FOREIGN = { "sec-fetch-site": "cross-site" };
const OURS = { "sec-fetch-site": "same-origin" };

/** What a person and a program are told. */
async function told(browser: TestBrowser, path: string, init: RequestInit) {
  const page = await browser.fetch(path, init);
  const headers = { ...init.headers as Record<string, string>, ...JSON_ONLY };
  const answer = await browser.fetch(path, { ...init, headers });
  assertEquals([page.status, answer.status], [403, 403], path);
  const { title, detail } = await answer.json();
  return { html: await page.text(), title, detail };
}

Deno.test("a refused browser is told so, on a page and over JSON", async () => {
  await using app = await openApp();
  const browser = await app.as("refused");
  for (
    const [path, method] of [
      ["/talk", "GET"],
      ["/account", "POST"],
      ["/age", "GET"],
      ["/account/return", "GET"],
    ]
  ) {
    const body = method === "POST" ? new URLSearchParams() : undefined;
    const { html, title, detail } = await told(browser, path, {
      method,
      headers: OURS,
      body,
    });
    assertEquals([title, detail], [
      t("fault.age.title"),
      t("fault.age.text"),
    ], path);
    assertStringIncludes(html, t("refused.lead"), path);
  }
});

Deno.test("whoever sends a form from another site is told so, a member too", async () => {
  await using app = await openApp();
  for (const role of ["visitor", "refused", "member"] as const) {
    const init = {
      method: "POST",
      headers: FOREIGN,
      body: new URLSearchParams(),
    };
    const { html, title, detail } = await told(
      await app.as(role),
      "/account",
      init,
    );
    assertEquals([title, detail], [
      t("fault.origin.title"),
      t("fault.origin.text"),
    ]);
    assertStringIncludes(html, t("fault.origin.title"));
  }
});

Deno.test("whoever has no account yet is told how to come to one", async () => {
  await using app = await openApp();
  for (const role of ["visitor", "gated"] as const) {
    const { html, title, detail } = await told(
      await app.as(role),
      "/account",
      { method: "POST", headers: OURS, body: new URLSearchParams() },
    );
    assertEquals([title, detail], [
      t("fault.gate.title"),
      t("fault.gate.text"),
    ]);
    assertStringIncludes(html, 'href="/age"');
  }
});

Deno.test("one of the staff is told that the role does not reach so far", async () => {
  await using app = await openApp();
  const { html, title } = await told(
    await app.as("triage"),
    "/admin/staff",
    { headers: OURS },
  );
  assertEquals(title, t("fault.permission.title"));
  assertStringIncludes(html, t("fault.permission.text"));
});

Deno.test("a passkey that is not known is called that", async () => {
  await using app = await openApp();
  const response = {
    id: "x",
    rawId: "x",
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON: "e30",
      authenticatorData: "AA",
      signature: "AA",
    },
  };
  const answer = await app.browser().fetch("/account/return/passkey", {
    method: "POST",
    headers: { ...OURS, ...JSON_ONLY, "content-type": "application/json" },
    body: JSON.stringify(response),
  });
  assertEquals(answer.status, 403);
  assertEquals((await answer.json()).title, t("fault.passkey.title"));
});
