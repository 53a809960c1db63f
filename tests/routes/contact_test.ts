import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { supportMessages, tickets } from "../../lib/support/records.ts";
import { memberOf, openApp, type TestApp } from "../helpers/app.ts";

const t = translator("en");
const KIM = "kim@example.org";
/** Nothing listens there: these tests send nothing. */
const MAIL = {
  MILLO_SMTP_URL: "smtp://127.0.0.1:9",
  MILLO_MAIL_FROM: "desk@millo.example",
};

function question(part: Record<string, string> = {}): Record<string, string> {
  return {
    about: "account",
    text: "I typed the wrong year.",
    address: KIM,
    website: "",
    form: newId(),
    ...part,
  };
}

async function kept(app: TestApp) {
  const { store } = app.millo;
  const [one, other] = await Promise.all([
    store.all(tickets, { limit: 99 }),
    store.all(supportMessages, { limit: 99 }),
  ]);
  return { tickets: one.items, messages: other.items };
}

Deno.test("a refused visitor writes to the help desk and is given a number", async () => {
  await using app = await openApp(MAIL);
  const browser = await app.as("refused");
  const sent = await browser.post("/contact", question());
  assertEquals(sent.status, 303);
  const to = sent.headers.get("location")!;
  const { tickets: [ticket] } = await kept(app);
  assertEquals(to, `/contact?sent=${ticket.value.number}`);
  assertEquals([ticket.value.address, ticket.value.accountId], [KIM, null]);
  const html = await (await browser.get(to)).text();
  assertStringIncludes(html, ticket.value.number);
  assertStringIncludes(html, "the address you gave");
});

Deno.test("a member needs no address: the answer comes to the inbox", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const sent = await browser.post("/contact", question({ address: "" }));
  const html = await (await browser.get(sent.headers.get("location")!)).text();
  assertStringIncludes(html, "come to your inbox");
  assertStringIncludes(html, 'class="tally"');
});

Deno.test("what is sent while the account is erased is given back", async () => {
  for (const settings of [MAIL, {}]) {
    await using app = await openApp(settings);
    const browser = await app.as("member");
    const { accountId } = await memberOf(app.millo, browser);
    const { store, dataMap } = app.millo;
    const get = store.get.bind(store);
    // The erasure comes between the session and the question.
    store.get = (async (...asked: Parameters<typeof get>) => {
      if (asked[0].spec.name === supportMessages.spec.name) {
        store.get = get;
        await dataMap.erase(accountId);
      }
      return await get(...asked);
    }) as typeof get;
    const answer = await browser.post("/contact", question({ address: "" }));
    assertEquals(answer.status, 422);
    const html = await answer.text();
    assertStringIncludes(html, "I typed the wrong year.");
    assertStringIncludes(
      html,
      settings === MAIL ? "is being erased" : t("contact.noMail"),
    );
    assertEquals((await kept(app)).messages, []);
  }
});

Deno.test("without mail, a visitor keeps what was typed", async () => {
  await using app = await openApp();
  const answer = await app.browser().post("/contact", question());
  assertEquals(answer.status, 422);
  assertStringIncludes(await answer.text(), "I typed the wrong year.");
});

Deno.test("sending the same form twice makes one ticket and one answer", async () => {
  await using app = await openApp(MAIL);
  const browser = app.browser();
  const twice = question();
  const [one, two] = [
    await browser.post("/contact", twice),
    await browser.post("/contact", twice),
  ];
  assertEquals(one.headers.get("location"), two.headers.get("location"));
  assertEquals((await kept(app)).messages.length, 1);
});

Deno.test("what is missing is said beside its field, and the rest is kept", async () => {
  await using app = await openApp(MAIL);
  const faults: [Record<string, string>, string, string][] = [
    [{ about: "" }, "about", "Choose what it is about."],
    [{ about: "nothing" }, "about", "Choose what it is about."],
    [{ text: "  " }, "text", "Tell us what we can help with."],
    [{ text: "x".repeat(4001) }, "text", "That is too long."],
    [{ address: "" }, "address", "Enter an address such as"],
    [{ address: "kim" }, "address", "Enter an address such as"],
    [{ address: "a@b.example, c@d.example" }, "address", "Enter an address"],
    [{ address: "a@b.example\r\nBcc: c@d.example" }, "address", "Enter an"],
  ];
  for (const [part, field, reason] of faults) {
    const form = question({ ...part });
    const response = await app.browser().post("/contact", form);
    assertEquals(response.status, 422, JSON.stringify(part));
    const html = await response.text();
    const error = html.slice(html.indexOf(`id="${field}-error"`));
    assertStringIncludes(error.slice(0, 600), reason);
    assertStringIncludes(html, `value="${form.form}"`);
    if (field !== "text") assertStringIncludes(html, "I typed the wrong year.");
    if (field !== "address") assertStringIncludes(html, `value="${KIM}"`);
  }
  assertEquals((await kept(app)).tickets, []);
});

Deno.test("a machine that fills the trap is refused, and a person can see and empty it", async () => {
  await using app = await openApp(MAIL);
  const plain = await (await app.fetch("/contact")).text();
  assertStringIncludes(plain, 'class="visually-hidden" aria-hidden="true"');
  const caught = question({ website: "https://spam.example" });
  const response = await app.browser().post("/contact", caught);
  assertEquals(response.status, 422);
  const html = await response.text();
  assertStringIncludes(html, "a trap for machines");
  assertEquals(html.includes('class="visually-hidden" aria-hidden'), false);
  assertEquals((await kept(app)).tickets, []);
});

Deno.test("a reply to an answer stays under its number, and only for its person", async () => {
  await using app = await openApp();
  const ann = await app.as("member");
  await ann.post("/contact", question({ address: "" }));
  const { tickets: [{ value: { number } }] } = await kept(app);
  const form = await (await ann.get(`/contact?ticket=${number}`)).text();
  assertStringIncludes(form, `name="ticket" value="${number}"`);
  const ben = await app.as("member");
  const other = await (await ben.get(`/contact?ticket=${number}`)).text();
  assertEquals(other.includes('name="ticket"'), false);
  const part = { ticket: number, address: "" };
  const again = await ann.post("/contact", question(part));
  assertEquals(again.headers.get("location"), `/contact?sent=${number}`);
  const strange = await ben.post("/contact", question(part));
  assert(strange.headers.get("location") !== `/contact?sent=${number}`);
});

Deno.test("where no answer could come, the page says so and keeps nothing", async () => {
  await using app = await openApp();
  const html = await (await app.fetch("/contact")).text();
  assertStringIncludes(html, "without an account there is no inbox");
  assertEquals(html.includes("<textarea"), false);
  const response = await app.browser().post("/contact", question());
  assertEquals(response.status, 422);
  assertEquals((await kept(app)).tickets, []);
});

Deno.test("more questions than anybody has are refused for a while", async () => {
  await using app = await openApp({ ...MAIL, MILLO_LIMITS: "1" });
  const browser = app.browser();
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) {
    statuses.push((await browser.post("/contact", question())).status);
  }
  assertEquals(statuses, [...Array(10).fill(303), 429, 429]);
  const refused = await browser.post("/contact", question());
  assert(Number(refused.headers.get("retry-after")) > 0);
  assertEquals((await kept(app)).tickets.length, 10);
});

Deno.test("a number in the address that cannot be one is ignored", async () => {
  await using app = await openApp(MAIL);
  for (const sent of ["x", "<b>", "%00", "7K3F-Q2ZDX"]) {
    const response = await app.fetch(`/contact?sent=${sent}`);
    assertEquals(response.status, 200);
    assertStringIncludes(await response.text(), "<textarea");
  }
});
