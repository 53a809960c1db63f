import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openApp, type TestBrowser } from "../helpers/app.ts";
import { reported } from "../helpers/safety.ts";

const LATE = "/admin/cases?view=late&reason=threat";
const SAVE = "/admin/cases/views?view=late&reason=threat";

async function text(browser: TestBrowser, path: string): Promise<string> {
  return (await (await browser.get(path)).text()).replaceAll("&amp;", "&");
}

Deno.test("a view of the queue is saved under a name, opened and removed", async () => {
  await using app = await openApp();
  await reported(app.millo.safety);
  const browser = await app.as("moderator");
  assert(!(await text(browser, "/admin/cases")).includes("Save this view"));
  assertStringIncludes(await text(browser, LATE), `action="${SAVE}"`);

  const saved = await browser.post(SAVE, { name: " Late  threats " });
  assertEquals(saved.status, 303);
  assertEquals(saved.headers.get("location"), LATE);
  const queue = await text(browser, "/admin/cases");
  assertStringIncludes(queue, `href="${LATE}"`);
  assertStringIncludes(queue, "Late threats");
  assert(!queue.includes("Remove Late threats"), "only where it is shown");

  const shown = await text(browser, LATE);
  assert(!shown.includes("Save this view"), "it is saved already");
  assertStringIncludes(shown, "Remove Late threats");
  const removed = await browser.post(
    "/admin/cases/views/removal?view=late&reason=threat",
    { name: "Late threats" },
  );
  assertEquals(removed.headers.get("location"), LATE);
  assert(!(await text(browser, "/admin/cases")).includes("Late threats"));
});

Deno.test("a colleague does not see what one saved", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  await browser.post(SAVE, { name: "Mine alone" });
  const colleague = await app.as("triage");
  assert(!(await text(colleague, "/admin/cases")).includes("Mine alone"));
});

Deno.test("a view without a name is asked for again, on the view that was shown", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  for (const name of ["", " ", "x".repeat(41)]) {
    const refused = await browser.post(SAVE, { name });
    assertEquals(refused.status, 422, name);
    const html = (await refused.text()).replaceAll("&amp;", "&");
    assertStringIncludes(html, `action="${SAVE}"`);
    assertStringIncludes(html, "<details open");
    if (name.length > 40) assertStringIncludes(html, name);
  }
});

Deno.test("of an address only what narrows the queue is saved", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const odd = "/admin/cases/views?view=nonsense&to=https%3A%2F%2Fevil.example";
  const saved = await browser.post(odd, { name: "Odd" });
  assertEquals(saved.headers.get("location"), "/admin/cases");
  assert(!(await text(browser, "/admin/cases")).includes("Odd"));
});

Deno.test("the twenty-first view is refused, and the name is given back", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  for (let n = 0; n < 20; n++) {
    assertEquals((await browser.post(SAVE, { name: `View ${n}` })).status, 303);
  }
  const other = "/admin/cases/views?view=mine";
  const refused = await browser.post(other, { name: "One more" });
  assertEquals(refused.status, 422);
  const html = await refused.text();
  assertStringIncludes(html, "You have saved 20 views");
  assertStringIncludes(html, 'value="One more"');
});
