import { assertEquals } from "@std/assert";
import { profiles } from "../../lib/accounts/profile/records.ts";
import { type MessageKey, translator } from "../../lib/i18n/mod.ts";
import { elements } from "../components/html.ts";
import { all, come } from "../helpers/accounts.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { decided, reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

const t = translator();
const FAMILY = "👨‍👩‍👧‍👦";

/** What a form was sent, and what its page says of it. */
interface Row {
  sent: Record<string, string>;
  /** By field: what is wrong with it. */
  says: Record<string, string>;
  status?: number;
}

function words(key: MessageKey, values: Record<string, unknown> = {}): string {
  return (t as (key: string, values: unknown) => string)(key, values);
}

/** Which fields a page says are wrong, and why, as its summary has them. */
function faultsIn(html: string): Record<string, string> {
  const summary = elements(html, "[a-z]+").find(({ attributes }) =>
    attributes.role === "alert"
  );
  return Object.fromEntries(
    elements(summary?.inner ?? "", "a").map(({ attributes, inner }) => [
      attributes.href.slice(1),
      inner.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&").trim(),
    ]),
  );
}

async function send(browser: TestBrowser, path: string, row: Row) {
  const answer = await browser.post(path, row.sent);
  const html = await answer.text();
  return { status: answer.status, html };
}

/** Each row is refused for exactly what it says, and what was typed stays. */
async function refuses(
  browser: TestBrowser,
  path: string,
  rows: readonly Row[],
  secrets: readonly string[] = [],
): Promise<void> {
  for (const row of rows) {
    const { status, html } = await send(browser, path, row);
    const what = `${path} ${JSON.stringify(row.sent).slice(0, 120)}`;
    assertEquals([status, faultsIn(html)], [row.status ?? 422, row.says], what);
    for (const [name, typed] of Object.entries(row.sent)) {
      const kept = valueIn(html, name);
      if (kept === undefined) continue;
      assertEquals(
        kept,
        secrets.includes(name) ? "" : typed,
        `${what} ${name}`,
      );
    }
  }
}

/** What stands in a field for text; undefined where there is none. */
function valueIn(html: string, name: string): string | undefined {
  const named = ({ attributes }: { attributes: Record<string, string> }) =>
    attributes.name === name;
  const input = elements(html, "input").find(named);
  const text = (value = "") =>
    value.replaceAll("&quot;", '"').replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&");
  if (input && /^(text|email|)$/.test(input.attributes.type ?? "")) {
    return text(input.attributes.value);
  }
  const area = elements(html, "textarea").find(named);
  return area && text(area.inner);
}

const PROFILE = { version: "none", username: "", interests: "" };

Deno.test("each field of the profile refuses what it must, and nothing is saved", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const long = words("account.error.username");
  await refuses(browser, "/account", [
    {
      sent: { ...PROFILE, username: "x".repeat(31) },
      says: { username: long },
    },
    {
      sent: { ...PROFILE, username: FAMILY.repeat(31) },
      says: { username: long },
    },
    {
      sent: { ...PROFILE, username: "\u200b\u2060" },
      says: { username: words("account.error.usernameBlank") },
    },
    {
      sent: { ...PROFILE, interests: "a, b, c, d, e, f, g, h, i, j, k" },
      says: { interests: words("account.error.interests") },
    },
    {
      sent: { ...PROFILE, interests: `tea、${"x".repeat(31)}` },
      says: { interests: words("account.error.interest") },
    },
    {
      sent: { ...PROFILE, languages: "tlh" },
      says: { languages: words("account.error.languages") },
    },
    {
      sent: {
        ...PROFILE,
        username: "x".repeat(31),
        interests: "y".repeat(31),
      },
      says: { username: long, interests: words("account.error.interest") },
    },
  ]);
  assertEquals(await all(app, profiles), []);
});

Deno.test("what is refused in a field of the profile is taken one letter shorter", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const taken = [
    { username: "x".repeat(30), interests: "" },
    { username: FAMILY.repeat(19), interests: "a;b;c;d;e;f;g;h;i;j" },
    { username: "", interests: "y".repeat(30) },
    { username: "  ", interests: " , ,, " },
  ];
  for (const fields of taken) {
    const [kept] = await all(app, profiles);
    const version = kept ? valueOfVersion(await page(browser)) : "none";
    const answer = await browser.post("/account", { version, ...fields });
    assertEquals(
      [answer.status, answer.headers.get("location")],
      [303, "/account?saved"],
      JSON.stringify(fields),
    );
  }
});

async function page(browser: TestBrowser): Promise<string> {
  return await (await browser.get("/account")).text();
}

function valueOfVersion(html: string): string {
  return elements(html, "input").find(({ attributes }) =>
    attributes.name === "version"
  )!.attributes.value;
}

Deno.test("each part of a birth date is asked for by itself, a date that is none as a whole", async () => {
  await using app = await openApp();
  const date = (day: string, month: string, year: string) => ({
    day,
    month,
    year,
  });
  const [day, month, year] = (["day", "month", "year"] as const)
    .map((field) => words(`age.error.${field}`));
  await refuses(app.browser(), "/age", [
    { sent: {}, says: { day, month, year } },
    { sent: date("", "5", "1990"), says: { day } },
    { sent: date("32", "5", "1990"), says: { day } },
    { sent: date("4", "13", "1990"), says: { month } },
    { sent: date("4", "May", "1990"), says: { month } },
    { sent: date("4", "5", "90"), says: { year } },
    { sent: date("4", "5", "1899"), says: { year } },
    { sent: date("0", "0", "0"), says: { day, month, year } },
    {
      sent: date("31", "2", "1990"),
      says: { day: words("age.error.date") },
    },
    {
      sent: date("٣١", "٤", "١٩٩٠"),
      says: { day: words("age.error.date") },
    },
    {
      sent: date("29", "2", "1900"),
      says: { day: words("age.error.date") },
    },
  ]);
});

Deno.test("both texts are asked for, each by itself, and only in the version that was shown", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  const rules = words("consent.error.rules");
  const policy = words("consent.error.policy");
  await refuses(browser, "/consent", [
    { sent: {}, says: { rules, policy } },
    { sent: { rules: "1" }, says: { policy } },
    { sent: { policy: "2" }, says: { rules } },
    { sent: { rules: "1", policy: "1" }, says: { policy } },
    { sent: { rules: "0", policy: "x" }, says: { rules, policy } },
    { sent: { analytics: "yes", mail: "yes" }, says: { rules, policy } },
  ]);
});

Deno.test("the help desk's form asks for each field that is missing or wrong", async () => {
  await using app = await openApp({
    MILLO_SMTP_URL: "smtp://127.0.0.1:1",
    MILLO_MAIL_FROM: "millo@example.org",
  });
  const browser = app.browser();
  const html = await (await browser.get("/contact")).text();
  const form =
    elements(html, "input").find(({ attributes }) =>
      attributes.name === "form"
    )!.attributes.value;
  const whole = {
    ...{ form, about: "call", text: "Hello", address: "a@example.org" },
  };
  const about = words("contact.error.about");
  const text = words("contact.error.text");
  const address = words("contact.error.address");
  await refuses(browser, "/contact", [
    { sent: { form }, says: { about, text, address } },
    { sent: { ...whole, about: "" }, says: { about } },
    { sent: { ...whole, about: "money" }, says: { about } },
    { sent: { ...whole, text: " \n " }, says: { text } },
    { sent: { ...whole, text: "\u3164\ufe0f" }, says: { text } },
    {
      sent: { ...whole, text: "x".repeat(4_001) },
      says: { text: words("contact.error.textLong") },
    },
    { sent: { ...whole, address: "" }, says: { address } },
    { sent: { ...whole, address: "a@" }, says: { address } },
    { sent: { ...whole, address: "a b@example.org" }, says: { address } },
    { sent: { ...whole, address: "a@-x.example" }, says: { address } },
    {
      sent: { ...whole, website: "x" },
      says: { website: words("contact.error.trap") },
    },
  ]);
});

Deno.test("a language is one of those that are offered", async () => {
  await using app = await openApp();
  const language = words("language.error");
  await refuses(app.browser(), "/language", [
    { sent: {}, says: { language } },
    { sent: { language: "" }, says: { language } },
    { sent: { language: "tlh" }, says: { language } },
    { sent: { language: "EN" }, says: { language } },
    { sent: { language: "en", back: "/".repeat(2_001) }, says: { language } },
  ]);
});

Deno.test("a press of the choices that says nothing changes nothing", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const before = await (await browser.get("/privacy-choices")).text();
  const nothings: Record<string, string>[] = [
    {},
    { sale: "always" },
    { purpose: "mail", choice: "perhaps" },
    { purpose: "everything", choice: "given" },
  ];
  for (const sent of nothings) {
    const { status } = await send(browser, "/privacy-choices", {
      sent,
      says: {},
    });
    assertEquals(status, 422, JSON.stringify(sent));
  }
  assertEquals(await (await browser.get("/privacy-choices")).text(), before);
});

Deno.test("an erasure needs the box, and a picture a file", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const sure = words("account.error.sure");
  await refuses(browser, "/account/data/erasure", [
    { sent: {}, says: { sure } },
    { sent: { sure: "yes" }, says: { sure } },
  ]);
  await refuses(browser, "/account/picture", [
    { sent: {}, says: { picture: words("account.error.picture.none") } },
    {
      sent: { picture: "words" },
      says: { picture: words("account.error.picture.none") },
    },
  ]);
});

Deno.test("an address and its code are refused for what is wrong with them, and the code is blanked", async () => {
  await using app = await openApp({
    MILLO_SMTP_URL: "smtp://127.0.0.1:1",
    MILLO_MAIL_FROM: "millo@example.org",
  });
  const { browser } = await come(app);
  const address = words("account.error.address");
  await refuses(browser, "/account/contact", [
    { sent: {}, says: { address } },
    { sent: { address: "ada" }, says: { address } },
    { sent: { address: "ada@" }, says: { address } },
    { sent: { address: "@example.org" }, says: { address } },
    { sent: { address: "ada@exa mple.org" }, says: { address } },
    { sent: { address: `${"a".repeat(65)}@example.org` }, says: { address } },
  ]);
  await browser.post("/account/contact", { address: "ada@example.org" });
  await refuses(browser, "/account/contact/code", [
    { sent: {}, says: { code: words("account.error.code") } },
    { sent: { code: "12345" }, says: { code: words("account.error.code") } },
    { sent: { code: "12345x" }, says: { code: words("account.error.code") } },
    { sent: { code: "1234567" }, says: { code: words("account.error.code") } },
  ], ["code"]);
});

Deno.test("a recovery code that cannot be one, or is nobody's, is refused and blanked", async () => {
  await using app = await openApp();
  const recovery = words("account.error.recovery.unknown");
  const browser = await app.as("visitor");
  await refuses(browser, "/account/return", [
    { sent: { recovery: "" }, says: { recovery } },
    { sent: { recovery: "AAAAA" }, says: { recovery } },
    {
      sent: { recovery: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF" },
      says: { recovery },
    },
  ], ["recovery"]);
});

/** Somebody with a decision about them that can be appealed. */
async function sanctioned(app: TestApp) {
  const owner = await come(app);
  const { safety } = app.millo;
  const filed = await reported(safety, { reported: owner.accountId });
  const { decision } = await decided(safety, filed.case);
  return { ...owner, decision };
}

Deno.test("an appeal needs a claim or words, and words that fit", async () => {
  await using app = await openApp();
  const { browser, decision } = await sanctioned(app);
  const empty = words("standing.error.empty");
  const about = { decision: decision.id };
  await refuses(browser, "/account/standing/appeal", [
    { sent: { ...about }, says: { words: empty } },
    { sent: { ...about, claim: "unfair" }, says: { words: empty } },
    { sent: { ...about, words: "\u200b" }, says: { words: empty } },
    {
      sent: { ...about, claim: "not_me", words: "x".repeat(2_001) },
      says: { words: words("report.error.long") },
    },
  ]);
  const unknown = await browser.post("/account/standing/appeal", {
    ...{ decision: "x".repeat(26), claim: "not_me" },
  });
  assertEquals(unknown.status, 404);
});

Deno.test("an invitation of the staff needs a name that can be seen and a role that one has", async () => {
  await using app = await openApp();
  const { token } = await addStaff(app.millo, ["admin", "moderator"]);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const blank = words("staff.invitation.nameBlank");
  await refuses(browser, "/admin/staff/invitations", [
    { sent: { roles: "moderator" }, says: { name: blank } },
    { sent: { name: "\u200b", roles: "moderator" }, says: { name: blank } },
    {
      sent: { name: "x".repeat(61), roles: "moderator" },
      says: { name: words("staff.invitation.nameLong") },
    },
    {
      sent: { name: "Noor" },
      says: { invite: words("admin.staff.error.none") },
    },
    {
      sent: { name: "Noor", roles: "child-safety" },
      says: { invite: words("admin.staff.error.lacking") },
    },
  ]);
});

Deno.test("roles of the staff are refused for each reason, and nothing is changed", async () => {
  await using app = await openApp();
  const { token, staffId } = await addStaff(app.millo, ["admin", "moderator"]);
  const other = await addStaff(app.millo, ["moderator"], "Omar");
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const path = `/admin/staff/${other.staffId}/roles`;
  await refuses(browser, path, [
    {
      sent: { version: "0" },
      says: { roles: words("admin.staff.error.none") },
    },
    {
      sent: { version: "0", roles: "child-safety" },
      says: { roles: words("admin.staff.error.lacking") },
    },
    {
      sent: { version: "7", roles: "admin" },
      says: { roles: words("admin.staff.error.stale") },
      status: 409,
    },
    {
      sent: { roles: "admin" },
      says: { roles: words("admin.staff.error.stale") },
      status: 409,
    },
  ]);
  await refuses(browser, `/admin/staff/${staffId}/roles`, [{
    sent: { version: "0", roles: "admin" },
    says: { roles: words("admin.staff.error.own") },
  }]);
  const gone = await browser.post(`/admin/staff/${"x".repeat(26)}/roles`, {
    ...{ version: "0", roles: "admin" },
  });
  assertEquals(gone.status, 404);
});
