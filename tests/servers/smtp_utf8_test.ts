import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { openSmtp } from "../../lib/notices/mod.ts";
import { type MailServer, startMailServer } from "../helpers/mail.ts";

const FROM = "desk@millo.example";
const OWN_SCRIPT = "用户@例子.广告";

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
