import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import sharp from "sharp";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { cases, evidence, reports } from "../../lib/safety/records.ts";
import { elements } from "../components/html.ts";
import { come } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { addCall, addLine, reported } from "../helpers/safety.ts";

async function afterACall(app: TestApp) {
  const { browser, accountId } = await come(app);
  const call = await addCall(app.millo, accountId, newAccountId());
  return { browser, accountId, call, path: `/talk/calls/${call.id}/report` };
}

function send(
  { browser, path }: Awaited<ReturnType<typeof afterACall>>,
  fields: Record<string, string | File>,
  accept = "text/html",
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return browser.fetch(path, {
    method: "POST",
    body,
    headers: {
      accept,
      origin: "http://localhost",
      "sec-fetch-site": "same-origin",
    },
  });
}

async function picture(): Promise<File> {
  const png = await sharp({
    create: { width: 1200, height: 900, channels: 3, background: "#7a4" },
  }).withExif({ IFD0: { Copyright: "the reporter's place" } }).jpeg()
    .toBuffer();
  return new File([new Uint8Array(png)], "still.jpg", { type: "image/jpeg" });
}

Deno.test("without a script a report is one press of a reason, from the history", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const html = await (await after.browser.get(after.path)).text();
  const reasons = elements(html, "button")
    .filter(({ attributes }) => attributes.name === "reason");
  assertEquals(reasons.length, 9);
  const sent = await send(after, { reason: "hate", words: "He spat at me." });
  assertEquals(sent.status, 303);
  const place = sent.headers.get("location")!;
  const page = await (await after.browser.get(place)).text();
  assertStringIncludes(page, "Hate or insult");
  assertStringIncludes(page, "He spat at me.");
  assert(/RN(-[0-9A-Z]{4}){4}/.test(page));
  assert(!page.includes(after.call.b));
});

Deno.test("A13: the server answers 422 to a still of who seems under 18, and keeps nothing", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  for (const reason of ["under_18", "nudity"]) {
    const sent = await send(after, { reason, still: await picture() });
    assertEquals(sent.status, 422, reason);
    assertStringIncludes(await sent.text(), "No picture may come with");
  }
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(reports)), []);
  assertEquals(await Array.fromAsync(store.each(evidence)), []);
});

Deno.test("M03: a still is made anew: small, upright and without what came with it", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const sent = await send(after, { reason: "threat", still: await picture() });
  assertEquals(sent.status, 303);
  const { safety, store } = app.millo;
  const [{ value: { id } }] = await Array.fromAsync(store.each(evidence));
  const { value } = (await store.get(evidence, [id]))!;
  const salt = (await safety.evidenceKeys.saltOf(value.case))!.value.salt;
  const place = { caseNumber: value.case, salt, id };
  const jpeg = await safety.evidenceKeys.open(place, value.sealed!);
  const { format, width, height, exif } = await sharp(jpeg).metadata();
  assertEquals([format, width, height, exif], ["jpeg", 960, 720, undefined]);
});

Deno.test("what is no picture is left out, and the report goes on", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const still = new File(["<svg/>"], "x.jpg", { type: "image/jpeg" });
  assertEquals((await send(after, { reason: "threat", still })).status, 303);
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(evidence)), []);
  assertEquals((await Array.fromAsync(store.each(reports))).length, 1);
});

Deno.test("M28: a threat with a recording comes first, its words are kept, and help stands on the page at once", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  await addLine(app.millo, after.call, after.call.b, "pay or I send it");
  const sent = await send(after, { reason: "threatened" }, "application/json");
  assertEquals(sent.status, 201);
  const { report, number, added, final } = await sent.json();
  assertEquals([added, final], [false, true]);
  assert(/^RN(-[0-9A-Z]{4}){4}$/.test(number));
  const { store } = app.millo;
  await reported(app.millo.safety, { reason: "nudity" });
  const { items } = await store.list(cases, "queue", {
    of: ["general"],
    limit: 9,
  });
  assertEquals(items.map(({ value }) => value.reason), [
    "threatened",
    "nudity",
  ]);
  const texts = await Array.fromAsync(store.each(evidence));
  assertEquals(texts.map(({ value }) => [value.kind, value.report]), [
    ["text", report],
  ]);
  const page = await (await after.browser.get(`/account/reports/${report}`))
    .text();
  for (const help of ["Do not pay", "stopncii.org", "takeitdown.ncmec.org"]) {
    assertStringIncludes(page, help);
  }
});

Deno.test("M04: the eleventh report within an hour waits, and is told how long", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const { browser, accountId } = await come(app);
  let last: Response | undefined;
  for (let n = 0; n < 11; n++) {
    const call = await addCall(app.millo, accountId, newAccountId());
    const path = `/talk/calls/${call.id}/report`;
    last = await browser.post(path, { reason: "hate" });
  }
  assertEquals(last!.status, 429);
  assert(Number(last!.headers.get("retry-after")) > 0);
  const { store } = app.millo;
  assertEquals((await Array.fromAsync(store.each(reports))).length, 10);
});

Deno.test("M04: a note is one of what a person may send in within an hour", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const { browser, accountId } = await come(app);
  const { report } = await reported(app.millo.safety, { by: accountId });
  const path = `/account/reports/${report}/note`;
  const statuses: number[] = [];
  for (let n = 0; n < 11; n++) {
    statuses.push((await browser.post(path, { words: `More ${n}.` })).status);
  }
  assertEquals(statuses, [...Array(10).fill(303), 429]);
});

Deno.test("nobody reads or changes the report of another", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const sent = await send(after, { reason: "hate" });
  const place = sent.headers.get("location")!;
  const stranger = await app.as("member");
  assertEquals((await stranger.get(place)).status, 404);
  assertEquals(
    (await stranger.post(`${place}/note`, { words: "x" })).status,
    404,
  );
  assertEquals((await stranger.post(`${place}/withdrawal`, {})).status, 404);
  assertEquals((await stranger.get(after.path)).status, 404);
});

Deno.test("a note is added, and an empty one is asked for again", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const place = (await send(after, { reason: "hate" })).headers
    .get("location")!;
  const empty = await after.browser.post(`${place}/note`, { words: " " });
  assertEquals(empty.status, 422);
  assertStringIncludes(await empty.text(), "Write something first.");
  await after.browser.post(`${place}/note`, { words: "It was at the end." });
  const page = await (await after.browser.get(place)).text();
  assertStringIncludes(page, "It was at the end.");
});

Deno.test("what is too long comes back as it was typed", async () => {
  await using app = await openApp();
  const after = await afterACall(app);
  const words = "x".repeat(2001);
  const sent = await send(after, { reason: "hate", words });
  assertEquals(sent.status, 422);
  const html = await sent.text();
  assertStringIncludes(html, words);
  assertStringIncludes(html, "2,000 characters");
});
