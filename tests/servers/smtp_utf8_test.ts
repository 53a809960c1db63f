import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { openSmtp } from "../../lib/notices/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { tickets } from "../../lib/support/records.ts";
import { all } from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";
import { type MailServer, startMailServer } from "../helpers/mail.ts";
import { eventually } from "../helpers/processes.ts";

const FROM = "desk@millo.example";
const OWN_SCRIPT = "用户@例子.广告";
const t = translator();

function mailBy({ url }: Pick<MailServer, "url">) {
  return { MILLO_SMTP_URL: url, MILLO_MAIL_FROM: FROM };
}

function letterTo(to: string) {
  return {
    id: "0".repeat(26),
    to,
    from: "Millo",
    subject: "Ein Gruß",
    text: "Hello, the code is 482913.\n",
    unsubscribe: null,
  };
}

async function send(server: Pick<MailServer, "url">, to: string, from = FROM) {
  const mailer = openSmtp({ url: server.url, from });
  try {
    return await mailer.send(letterTo(to));
  } finally {
    mailer.close();
  }
}

async function takes(server: Pick<MailServer, "url">, address: string) {
  const mailer = openSmtp({ url: server.url, from: FROM });
  try {
    return await mailer.takes(address);
  } finally {
    mailer.close();
  }
}

Deno.test("an address in another script is written to by SMTPUTF8", async () => {
  await using server = await startMailServer();
  assertEquals(await takes(server, OWN_SCRIPT), true);
  assertEquals(await send(server, OWN_SCRIPT), { ok: true });
  const [mail] = await server.received();
  assertEquals([mail.to, mail.utf8], [OWN_SCRIPT, true]);
  assertStringIncludes(mail.text, "482913");
});

Deno.test("where the server has no SMTPUTF8 such an address is not taken, nor tried", async () => {
  await using server = await startMailServer(0, { ascii: true });
  assertEquals(await takes(server, OWN_SCRIPT), false);
  const refused = await send(server, OWN_SCRIPT);
  assertEquals([refused.ok, !refused.ok && refused.final], [false, true]);
  assertStringIncludes(String(!refused.ok && refused.error), "SMTPUTF8");
  assertEquals(await server.received(), []);
  assertEquals(await send(server, "kim@example.org"), { ok: true });
});

Deno.test("a domain in another script is written to by any server", async () => {
  await using server = await startMailServer(0, { ascii: true });
  const address = "info@müller.example";
  assertEquals(await takes(server, address), true);
  assertEquals(await send(server, address), { ok: true });
  for (const to of ["o&m@example.org", "a/b=c@example.org"]) {
    assertEquals(await send(server, to), { ok: true });
  }
  assertEquals(
    (await server.received()).map(({ headers, utf8 }) => [
      headers.get("to"),
      utf8,
    ]),
    [
      ["info@xn--mller-kva.example", false],
      ["o&m@example.org", false],
      ["a/b=c@example.org", false],
    ],
  );
});

Deno.test("mail from a domain in another script has ASCII in its head", async () => {
  await using server = await startMailServer(0, { ascii: true });
  const from = "help@müller.example";
  assertEquals(await send(server, "kim@example.org", from), { ok: true });
  const [{ headers }] = await server.received();
  assertEquals(headers.get("from"), "Millo <help@xn--mller-kva.example>");
  assertMatch(headers.get("message-id")!, /@xn--mller-kva\.example>$/);
});

Deno.test("a server that cannot be asked takes nothing it would have to be asked for", async () => {
  const server = await startMailServer();
  await server.stop();
  assertEquals(await takes(server, OWN_SCRIPT), false);
  assertEquals(await takes(server, "kim@example.org"), true);
  const later = await send(server, OWN_SCRIPT);
  assertEquals([later.ok, !later.ok && later.final], [false, false]);
});

Deno.test("the server is asked again once it is back, and then no more", async () => {
  const first = await startMailServer();
  await first.stop();
  const mailer = openSmtp({ url: first.url, from: FROM });
  assertEquals(await mailer.takes(OWN_SCRIPT), false);
  const second = await startMailServer(first.port);
  assertEquals(await mailer.takes(OWN_SCRIPT), true);
  await second.stop();
  assertEquals(await mailer.takes(OWN_SCRIPT), true);
  mailer.close();
});

Deno.test("where mail cannot reach an address, its field says so and the rest is kept", async () => {
  await using server = await startMailServer(0, { ascii: true });
  await using app = await openApp(mailBy(server));
  const question = {
    about: "other",
    text: "Where are my keys?",
    address: OWN_SCRIPT,
    form: newId(),
  };
  const asked = await app.browser().post("/contact", question);
  assertEquals(asked.status, 422);
  const html = await asked.text();
  assertStringIncludes(html, t("contact.error.addressScript"));
  for (const typed of [question.text, question.form, OWN_SCRIPT]) {
    assertStringIncludes(html, typed);
  }
  const member = await app.as("member");
  const form = { address: OWN_SCRIPT };
  const refused = await member.post("/account/contact", form);
  assertEquals(refused.status, 422);
  const page = await refused.text();
  assertStringIncludes(page, t("account.error.addressScript"));
  assertStringIncludes(page, `value="${OWN_SCRIPT}"`);
  assertEquals(await all(app, mails), []);
  assertEquals(await all(app, tickets), []);
});

Deno.test("where it can, the code comes there and the address counts", async () => {
  await using server = await startMailServer();
  await using app = await openApp(mailBy(server));
  const member = await app.as("member");
  const form = { address: OWN_SCRIPT };
  assertEquals((await member.post("/account/contact", form)).status, 303);
  await eventually(
    async () => (await server.received()).length === 1,
    "the code came",
  );
  const [{ to, text }] = await server.received();
  assertEquals(to, OWN_SCRIPT);
  const code = /\b\d{6}\b/.exec(text)![0];
  assertEquals(
    (await member.post("/account/contact/code", { code })).status,
    303,
  );
  const html = await (await member.get("/account/contact")).text();
  assertStringIncludes(html, OWN_SCRIPT);
});
