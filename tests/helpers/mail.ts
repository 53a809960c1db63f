import { denoFlags } from "../../lib/tasks/deno.ts";
import { startGuarded } from "../../lib/tasks/guarded.ts";
import { eventually } from "./processes.ts";

interface LogLine {
  port?: number;
  refused?: string;
  to?: string[];
  raw?: string;
  utf8?: boolean;
}

/** A mail as the server took it. */
export interface Received {
  to: string;
  headers: Map<string, string>;
  text: string;
  /** True if it came by SMTPUTF8. */
  utf8: boolean;
}

export interface MailServer {
  port: number;
  url: string;
  received(): Promise<Received[]>;
  /** How often it refused somebody. */
  refused(address: string): Promise<number>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const PROGRAM = new URL("smtp_server.ts", import.meta.url).pathname;

/**
 * Starts a real mail server in a process of its own. With `ascii` it takes no
 * addresses beyond ASCII.
 */
export async function startMailServer(
  port = 0,
  { ascii = false } = {},
): Promise<MailServer> {
  const logFile = await Deno.makeTempFile();
  const server = await startGuarded(Deno.execPath(), {
    args: [
      ...["run", "-A", ...denoFlags(), PROGRAM, String(port)],
      ...(ascii ? ["ascii"] : []),
    ],
    logFile,
  });
  const said = async () => linesOf(await Deno.readTextFile(logFile));
  await eventually(
    async () => (await said()).length > 0,
    "the mail server listens",
    60_000,
  );
  const listening = (await said())[0].port!;
  const stop = async () => {
    await server.stop();
    await Deno.remove(logFile);
  };
  return {
    port: listening,
    url: `smtp://127.0.0.1:${listening}`,
    received: async () =>
      (await said()).filter(({ raw }) => raw).map(({ to, raw, utf8 }) => ({
        ...readMail(to![0], raw!),
        utf8: utf8 ?? false,
      })),
    refused: async (address) =>
      (await said()).filter(({ refused }) => refused === address).length,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function linesOf(log: string): LogLine[] {
  return log.split("\n").filter((line) => line.startsWith("{")).map((line) =>
    JSON.parse(line)
  );
}

function readMail(to: string, raw: string): Omit<Received, "utf8"> {
  const [head, ...rest] = raw.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const body = rest.join("\n\n").replaceAll("\r\n", "\n");
  return { to, headers, text: decoded(body, headers) };
}

function decoded(body: string, headers: Map<string, string>): string {
  if (headers.get("content-transfer-encoding") !== "quoted-printable") {
    return body;
  }
  const bytes = body.replace(/=\n/g, "").replace(
    /=([0-9A-F]{2})/g,
    (_, hex) => String.fromCharCode(parseInt(hex, 16)),
  );
  return new TextDecoder().decode(
    Uint8Array.from(bytes, (char) => char.charCodeAt(0)),
  );
}
