// @ts-types="@types/nodemailer"
import { createTransport } from "nodemailer";
// @ts-types="@types/nodemailer/lib/shared"
import { parseConnectionUrl } from "nodemailer/lib/shared";
import type { MailConfig } from "../config/mod.ts";
import { type Millis, SECOND } from "../kernel/mod.ts";
import { asciiDomainOf, needsSmtpUtf8 } from "../text/mod.ts";
import type { Letter } from "./letter.ts";
import { offersSmtpUtf8 } from "./smtp_utf8.ts";

export type Delivery =
  | { ok: true }
  /** `final` when the address will not take it later either. */
  | { ok: false; final: boolean; error: unknown };

/** The one way out for mail. */
export interface Mailer {
  send(letter: Letter): Promise<Delivery>;
  /** Whether the mail server delivers to such an address, and can be asked. */
  takes(address: string): Promise<boolean>;
  close(): void;
}

const TIMEOUT: Millis = 15 * SECOND;

/** Sends through the server of the configuration. */
export function openSmtp({ url, from }: MailConfig): Mailer {
  const connection = {
    ...parseConnectionUrl(url),
    // Mail is personal; it goes in the clear to this very machine only.
    requireTLS: !isLoopback(url),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
  };
  const transport = createTransport({
    ...connection,
    pool: true,
    maxConnections: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const offers = askingOnce(() => offersSmtpUtf8(connection));
  return {
    send: async (letter) => {
      try {
        if (needsSmtpUtf8(letter.to) && !await offers()) throw noSmtpUtf8();
        await transport.sendMail(messageOf(letter, from));
        return { ok: true };
      } catch (error) {
        return { ok: false, final: isFinal(error), error };
      }
    },
    takes: async (address) =>
      !needsSmtpUtf8(address) || await offers().catch(() => false),
    close: () => transport.close(),
  };
}

/** With the code that RFC 6531, 3.5 has for it. */
function noSmtpUtf8(): Error {
  const message = "Cannot send mail: the mail server does not offer SMTPUTF8";
  return Object.assign(new Error(message), { responseCode: 553 });
}

/** Remembers the answer; a question that failed is asked again. */
function askingOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null;
  return () =>
    answer ??= ask().catch((error) => {
      answer = null;
      throw error;
    });
}

function messageOf(letter: Letter, from: string) {
  const domain = asciiDomainOf(from);
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
