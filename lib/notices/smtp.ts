// @ts-types="@types/nodemailer"
import { createTransport } from "nodemailer";
import type { MailConfig } from "../config/mod.ts";
import { type Millis, SECOND } from "../kernel/mod.ts";
import type { Letter } from "./letter.ts";

export type Delivery =
  | { ok: true }
  /** `final` when the address will not take it later either. */
  | { ok: false; final: boolean; error: unknown };

/** The one way out for mail. */
export interface Mailer {
  send(letter: Letter): Promise<Delivery>;
  close(): void;
}

const TIMEOUT: Millis = 15 * SECOND;

/** Sends through the server of the configuration. */
export function openSmtp({ url, from }: MailConfig): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // Mail is personal; it goes in the clear to this very machine only.
    requireTLS: !isLoopback(url),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (letter) =>
      transport.sendMail(messageOf(letter, from)).then(
        () => ({ ok: true } as const),
        (error: unknown) => ({ ok: false, final: isFinal(error), error }),
      ),
    close: () => transport.close(),
  };
}

function messageOf(letter: Letter, from: string) {
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    // The same at each try, so that a mail that came twice shows once.
    messageId: `<${letter.id}@${domain}>`,
    from: { name: letter.from, address: from },
    to: { name: "", address: letter.to },
    subject: letter.subject,
    text: letter.text,
    xMailer: false as const,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(letter.unsubscribe && {
      list: { unsubscribe: letter.unsubscribe },
    }),
  };
}

/** A 5xx to the address or the content; to our own login it is our fault. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as {
    responseCode?: number;
    code?: string;
  };
  return code !== "EAUTH" && responseCode !== undefined && responseCode >= 500;
}

function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
