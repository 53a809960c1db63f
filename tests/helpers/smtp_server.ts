/**
 * A mail server on loopback, as a program of its own: says its port, then one
 * line for each mail. Addresses decide what it does: `later@` is refused for
 * now, `never@` for good. With `ascii` as second argument it offers no
 * SMTPUTF8.
 */
import { SMTPServer } from "smtp-server";

const REFUSALS: Record<string, number> = { later: 451, never: 550 };

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  hideSMTPUTF8: Deno.args[1] === "ascii",
  logger: false,
  onRcptTo({ address }, _session, done) {
    const code = REFUSALS[address.split("@")[0]];
    if (code === undefined) return done();
    say({ refused: address });
    done(Object.assign(new Error("Not taken"), { responseCode: code }));
  },
  async onData(stream, { envelope }, done) {
    const parts: Uint8Array[] = [];
    for await (const part of stream) parts.push(part);
    const raw = await new Blob(parts as BlobPart[]).text();
    const to = envelope.rcptTo.map(({ address }) => address);
    say({ to, raw, utf8: envelope.smtpUtf8 });
    done();
  },
});

server.listen(Number(Deno.args[0] ?? 0), "127.0.0.1", () => {
  const address = server.server.address() as { port: number };
  say({ port: address.port });
});

function say(line: object): void {
  console.log(JSON.stringify(line));
}
