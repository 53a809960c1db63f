import { assertEquals, assertStringIncludes } from "@std/assert";
import { contacts, profiles } from "../../lib/accounts/profile/records.ts";
import { translator } from "../../lib/i18n/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { supportMessages, tickets } from "../../lib/support/records.ts";
import { elements } from "../components/html.ts";
import { all, makeCode } from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";

/** Nothing listens there: these tests send nothing. */
const MAIL = {
  MILLO_SMTP_URL: "smtp://127.0.0.1:9",
  MILLO_MAIL_FROM: "desk@millo.example",
};
const t = translator();
const FAMILY = "👨‍👩‍👧‍👦";

function inArabicDigits(text: string): string {
  return text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]);
}

function inFullWidth(text: string): string {
  return text.replace(
    /[!-~]/g,
    (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );
}

Deno.test("a birth date opens the gate in other digits, and closes it", async () => {
  await using app = await openApp();
  const dates = [
    { day: "٥", month: "٦", year: "١٩٩٠" },
    { day: "５", month: "６", year: "１９９０" },
    { day: "५", month: "६", year: "१९९०" },
  ];
  for (const date of dates) {
    const browser = app.browser();
    const gate = await browser.post("/age", date);
    assertEquals(gate.headers.get("location"), "/consent", date.year);
    assertEquals((await browser.get("/consent")).status, 200);
  }
  const child = app.browser();
  await child.post("/age", { day: "٥", month: "٦", year: "٢٠١٥" });
  assertEquals((await child.get("/age")).status, 403);
});

Deno.test("no field for a date, name or message cuts what the server would take", async () => {
  await using app = await openApp(MAIL);
  const member = await app.as("member");
  const pages = await Promise.all([
    app.browser().get("/age"),
    app.browser().get("/contact"),
    member.get("/account"),
    member.get("/account/contact"),
  ]);
  for (const page of pages) {
    const html = await page.text();
    assertEquals(page.status, 200);
    assertEquals(/maxlength|pattern=|type="email"/i.exec(html), null, page.url);
  }
});

Deno.test("what is written from right to left is shown so while it is typed", async () => {
  await using app = await openApp(MAIL);
  const account = await (await (await app.as("member")).get("/account")).text();
  const contact = await (await app.browser().get("/contact")).text();
  const fields = [
    ...elements(account, "input"),
    ...elements(contact, "textarea"),
  ];
  const turning = fields.filter(({ attributes }) => attributes.dir === "auto");
  assertEquals(turning.map(({ attributes }) => attributes.name), [
    "username",
    "interests",
    "text",
  ]);
});

Deno.test("a name and interests are kept in the person's own letters", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const form = {
    version: "none",
    username: FAMILY.repeat(8),
    interests: "می‌خواهم، 音楽、映画；jazz\r\nМузыка",
  };
  assertEquals((await browser.post("/account", form)).status, 303);
  const [profile] = await all(app, profiles);
  assertEquals(profile.username, FAMILY.repeat(8));
  assertEquals(profile.interests, [
    "می‌خواهم",
    "音楽",
    "映画",
    "jazz",
    "музыка",
  ]);
  const html = await (await browser.get("/account")).text();
  assertStringIncludes(html, `value="${FAMILY.repeat(8)}"`);
  assertStringIncludes(html, "می‌خواهم, 音楽");
});

Deno.test("a name of 31 emoji is too long, and comes back with the reason", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const username = FAMILY.repeat(31);
  const form = { version: "none", username, interests: "" };
  const answer = await browser.post("/account", form);
  assertEquals(answer.status, 422);
  const html = await answer.text();
  assertStringIncludes(html, t("account.error.username"));
  assertStringIncludes(html, username);
  assertEquals(await all(app, profiles), []);
});

Deno.test("the code of a mail is taken in other digits", async () => {
  await using app = await openApp(MAIL);
  const browser = await app.as("member");
  const address = "info@müller.example";
  await browser.post("/account/contact", { address });
  const [mail] = await all(app, mails);
  const code = inArabicDigits(String(mail.values.code));
  assertEquals(
    (await browser.post("/account/contact/code", { code })).status,
    303,
  );
  assertEquals((await all(app, contacts))[0].address, address);
  const html = await (await browser.get("/account/contact")).text();
  assertStringIncludes(html, address);
});

Deno.test("a recovery code is taken in full width and in other digits", async () => {
  await using app = await openApp();
  const code = await makeCode(await app.as("member"));
  for (const recovery of [inFullWidth(code), inArabicDigits(code)]) {
    const stranger = await app.as("gated");
    const form = { recovery, to: "/account" };
    const back = await stranger.post("/account/return", form);
    assertEquals(back.status, 303);
    assertEquals((await stranger.get("/account")).status, 200);
  }
});

Deno.test("4,000 characters reach the help desk in every script, also of several bytes", async () => {
  await using app = await openApp(MAIL);
  for (const letter of ["字", "नि", "한", "é"]) {
    const text = letter.repeat(4_000);
    const form = { about: "other", text, address: "o&m@example.org" };
    const sent = await app.browser().post("/contact", {
      ...form,
      form: newId(),
    });
    assertEquals(sent.status, 303, letter);
    const { items } = await app.millo.store.all(supportMessages, { limit: 9 });
    assertEquals(items.some(({ value }) => value.asked === text), true);
  }
  const { items } = await app.millo.store.all(tickets, { limit: 9 });
  assertEquals(items.map(({ value }) => value.address), [
    ...Array(4).fill("o&m@example.org"),
  ]);
});

Deno.test("a message to the help desk that shows nothing is none", async () => {
  await using app = await openApp(MAIL);
  const answer = await app.browser().post("/contact", {
    about: "other",
    text: "\u200b\u3164\ufe0f",
    address: "kim@example.org",
    form: newId(),
  });
  assertEquals(answer.status, 422);
  assertStringIncludes(await answer.text(), t("contact.error.text"));
});

Deno.test("a question goes on under its number in other digits", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const question = { about: "other", text: "Hello", address: "" };
  await browser.post("/contact", { ...question, form: newId() });
  const { items: [{ value: { number } }] } = await app.millo.store.all(
    tickets,
    { limit: 9 },
  );
  for (const typed of [inFullWidth(number), inArabicDigits(number)]) {
    const page = `/contact?ticket=${encodeURIComponent(typed)}`;
    const html = await (await browser.get(page)).text();
    assertStringIncludes(html, `name="ticket" value="${number}"`);
  }
});
