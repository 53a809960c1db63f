import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { COOKIES } from "../../lib/http/mod.ts";
import {
  currentDocument,
  DOCUMENTS,
  versionsOf,
} from "../../lib/consent/mod.ts";
import { policyTable, registry } from "../../lib/data_map/mod.ts";
import {
  kindName,
  periodText,
  purposeText,
  translator,
} from "../../lib/i18n/mod.ts";
import { PROVIDER_REGISTER } from "../../lib/providers/mod.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

async function page(app: TestApp, path: string): Promise<string> {
  const response = await app.fetch(path);
  assertEquals(response.status, 200, path);
  return plain(await response.text());
}

function plain(html: string): string {
  return html.replaceAll("&amp;", "&").replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
}

Deno.test("P01: the policy shows version, date and every kind of data of the registry", async () => {
  await using app = await openApp();
  const html = await page(app, "/policies/privacy");
  assertStringIncludes(html, "Version 2, in force since 23 November 2026");
  const [, table] = /<h2 id="keep">[^]*?<tbody[^>]*>([^]*?)<\/tbody>/.exec(
    html,
  )!;
  const rows = [...table.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell]) => cell)
  );
  // What is kept about the staff is no visitor's matter.
  const expected = policyTable(registry)
    .filter(({ purpose }) => purpose !== "staffing");
  const t = translator();
  assertEquals(
    rows.map(([what]) => what),
    expected.map(({ collection }) => kindName(t, collection)),
  );
  assertEquals(
    rows.map(([, why]) => why),
    expected.map(({ purpose }) => purposeText(t, purpose)),
  );
  rows.forEach(([, , basis, kept, providers], n) => {
    const { keep, recipients } = expected[n];
    assertEquals(kept, periodText(t, keep));
    assertEquals(providers.split(", ").length, recipients.length);
    assert(basis.length > 0);
  });
});

Deno.test("the policy shows the register of providers", async () => {
  await using app = await openApp();
  const html = await page(app, "/policies/privacy");
  for (const entry of Object.values(PROVIDER_REGISTER)) {
    for (const text of Object.values(entry)) assertStringIncludes(html, text);
  }
});

/** Words of the policy for each line of what Millo promises. */
const PROMISES: Record<string, RegExp> = {
  S1: /add a username, a picture, interests, languages and an email address/,
  S2: /for each call the hour, the length and how it ended/,
  S3: /kind of device, its system and version, a random identifier/,
  S4: /set the picture quality to match/,
  S5: /goes to the inbox of your account/,
  S6: /no number will stand for fewer than five people/,
  S7: /anonymous to each other/,
  S8: /Who runs things for us/,
  S9: /a court order, a subpoena, or an investigation/,
  S10: /longer only where the law or a court requires it/,
  S11: /someone under 18 got in, we delete/,
  S12: /corrected, erased or restricted, and object to its use \(GDPR\)/,
  S13: /know, delete and opt out of sale \(CCPA\)/,
  S14: /asked to agree before you meet the next person/,
  S15: /You get a number, and a person answers/,
};

Deno.test("each of the fifteen promises is in the policy in force", async () => {
  await using app = await openApp();
  const html = await page(app, "/policies/privacy");
  assertEquals(Object.keys(PROMISES).length, 15);
  for (const [promise, words] of Object.entries(PROMISES)) {
    assert(words.test(html), promise);
  }
});

Deno.test("P39: every version stays readable at its address", async () => {
  await using app = await openApp();
  for (const { slug, version, summary } of DOCUMENTS) {
    const html = await page(app, `/policies/${slug}/${version}`);
    for (const line of summary) assertStringIncludes(html, line);
    const old = currentDocument(slug).version !== version;
    assertEquals(html.includes("no longer in force"), old);
  }
  const first = await page(app, "/policies/privacy/1");
  assertStringIncludes(first, "There are two, both needed");
});

Deno.test("P39: any two versions can be compared, in both directions", async () => {
  await using app = await openApp();
  const [newest, oldest] = [
    versionsOf("privacy")[0],
    versionsOf("privacy").at(-1)!,
  ];
  const forth = await page(app, `/policies/privacy?since=${oldest.version}`);
  const back = await page(
    app,
    `/policies/privacy/${oldest.version}?since=${newest.version}`,
  );
  const marked = (html: string, tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, "g"))]
      .map(([, text]) => text).join("\n");
  assertStringIncludes(marked(forth, "del"), "There are two");
  assertStringIncludes(marked(forth, "ins"), "What you may give us");
  assertStringIncludes(marked(back, "ins"), "There are two");
  assertStringIncludes(marked(back, "del"), "What you may give us");
  const clean = await page(app, "/policies/privacy?since=");
  assert(!/<(ins|del)[\s>]/.test(clean));
});

Deno.test("a text or version that there is not is a 404", async () => {
  await using app = await openApp();
  for (
    const path of [
      "/policies/nothing",
      "/policies/privacy/0",
      "/policies/privacy/3",
      "/policies/privacy/01",
      "/policies/privacy/x",
      "/policies/privacy?since=9",
      "/policies/nothing/1",
    ]
  ) {
    const response = await app.fetch(path);
    await response.body?.cancel();
    assertEquals(response.status, 404, path);
  }
});

Deno.test("the cookies page names every cookie that can be set, and for how long", async () => {
  await using app = await openApp();
  const html = await page(app, "/policies/cookies");
  for (const { name, days } of COOKIES) {
    assertStringIncludes(html, `millo_${name}`);
    assertStringIncludes(html, days === 1 ? "1 day" : `${days} days`);
  }
  const browser = await app.as("member");
  await browser.post("/privacy-choices", { sale: "never" });
  for (const name of ["session", "optout"]) {
    assert(browser.cookie(`millo_${name}`), name);
  }
});
