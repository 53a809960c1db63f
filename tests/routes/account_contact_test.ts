import { assertEquals, assertStringIncludes } from "@std/assert";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { all } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

/** A mail server is set; that nobody answers there is not the matter here. */
const MAIL = {
  MILLO_SMTP_URL: "smtp://127.0.0.1:9",
  MILLO_MAIL_FROM: "millo@example.org",
};

Deno.test("a contact address counts once its code came back", async () => {
  await using app = await openApp(MAIL);
  const browser = await app.as("member");
  assertEquals(
    (await browser.post("/account/contact", { address: "nobody" })).status,
    422,
  );
  await browser.post("/account/contact", { address: "Ada@Example.org" });
  const [asked] = await all(app, contacts);
  assertEquals([asked.address, asked.pending], [null, "ada@example.org"]);
  const code = await mailedCode(app);
  assertEquals(JSON.stringify(asked).includes(code), false);
  const wrong = await browser.post("/account/contact/code", {
    code: code === "000000" ? "000001" : "000000",
  });
  assertEquals(wrong.status, 422);
  assertEquals(
    (await browser.post("/account/contact/code", { code })).status,
    303,
  );
  const [kept] = await all(app, contacts);
  assertEquals([kept.address, kept.pending, kept.codeHash], [
    "ada@example.org",
    null,
    null,
  ]);
  assertStringIncludes(
    await (await browser.get("/account/contact")).text(),
    "ada@example.org",
  );
  await browser.post("/account/contact/removal", {});
  const [removed] = await all(app, contacts);
  const { askedAt: _, accountId: __, seenDay: ___, triesLeft, ...rest } =
    removed;
  assertEquals(Object.values(rest), [null, null, null, null]);
  assertEquals(triesLeft, 0);
});

Deno.test("a code for an address ends after ten minutes, and after three tries", async () => {
  await using app = await openApp(MAIL);
  const browser = await app.as("member");
  await browser.post("/account/contact", { address: "ada@example.org" });
  assertEquals(
    (await browser.post("/account/contact", { address: "eve@example.org" }))
      .status,
    422,
    "too soon for another mail",
  );
  const code = await mailedCode(app);
  const wrong = code === "000000" ? "000001" : "000000";
  for (let n = 0; n < 3; n++) {
    await browser.post("/account/contact/code", { code: wrong });
  }
  assertEquals(
    (await browser.post("/account/contact/code", { code })).status,
    422,
  );
  app.clock.pass(2 * MINUTE);
  await browser.post("/account/contact", { address: "ada@example.org" });
  const second = await mailedCode(app);
  app.clock.pass(10 * MINUTE);
  assertEquals(
    (await browser.post("/account/contact/code", { code: second })).status,
    422,
  );
  assertEquals((await all(app, contacts))[0].address, null);
});

async function mailedCode(app: TestApp): Promise<string> {
  const sent = (await all(app, mails)).sort((a, b) =>
    a.createdAt - b.createdAt
  );
  return String(sent.at(-1)!.values.code);
}

Deno.test("without a mail server no code is promised", async () => {
  await using app = await openApp();
  const ada = await app.as("member");
  const response = await ada.post("/account/contact", {
    address: "ada@example.org",
  });
  assertEquals(response.status, 422);
  assertStringIncludes(await response.text(), "is not sending email");
  assertEquals(await all(app, mails), []);
});

Deno.test("removing an address does not make the next code come sooner", async () => {
  await using app = await openApp(MAIL);
  const ada = await app.as("member");
  const ask = (address: string) => ada.post("/account/contact", { address });
  assertEquals((await ask("ben@example.org")).status, 303);
  await ada.post("/account/contact/removal", {});
  assertEquals((await ask("ben@example.org")).status, 422);
  app.clock.pass(60_000);
  assertEquals((await ask("ben@example.org")).status, 303);
});
