import { cleanLine } from "./clean.ts";
import { countBytes } from "./count.ts";
import { foldWidth } from "./digits.ts";

/** Before the @: HTML's rule, and the other scripts' letters by RFC 6531. */
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~\-\u{80}-\u{10ffff}]+$/iu;
/** ASCII that a domain may be written with; IDNA decides about the rest. */
const DOMAIN = /^[a-z0-9.\-\u{80}-\u{10ffff}]+$/iu;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** In bytes, by RFC 5321, 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/**
 * Reads one mail address; null for what is none. What stands before the @ is
 * kept as it is, the domain becomes lower case and stays in its own script.
 * Invisible characters, which copied addresses often bring, are left out.
 */
export function readMailAddress(typed: string): string | null {
  const text = cleanLine(foldWidth(typed)).normalize("NFC");
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > MAX_ADDRESS) return null;
  const local = text.slice(0, at);
  const ascii = domainToAscii(text.slice(at + 1));
  if (ascii === null || !isLocal(local)) return null;
  const address = `${local}@${readable(text.slice(at + 1), ascii)}`;
  const longest = Math.max(
    countBytes(address),
    countBytes(`${local}@${ascii}`),
  );
  return longest <= MAX_ADDRESS ? address : null;
}

/** True if only a mail server with SMTPUTF8 (RFC 6531) can deliver to it. */
export function needsSmtpUtf8(address: string): boolean {
  return /[^\0-\x7f]/.test(address.slice(0, address.lastIndexOf("@")));
}

/** The domain of an address as DNS knows it. */
export function asciiDomainOf(address: string): string | null {
  return domainToAscii(address.slice(address.lastIndexOf("@") + 1));
}

function isLocal(local: string): boolean {
  return LOCAL.test(local) && countBytes(local) <= MAX_LOCAL;
}

/**
 * The domain as DNS knows it, by the IDNA of the platform's own URL; null for
 * what is no domain, stands alone or is a number.
 */
function domainToAscii(domain: string): string | null {
  const address = `http://${domain}`;
  if (!DOMAIN.test(domain) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const labels = hostname.split(".");
  const named = labels.length > 1 && labels.every((part) => LABEL.test(part));
  return named && !/^\d+$/.test(labels.at(-1)!) ? hostname : null;
}

/** The domain in its own script, if that means the same; else its ASCII. */
function readable(domain: string, ascii: string): string {
  const own = cleanLine(domain.normalize("NFKC").toLowerCase())
    .replace(/[\u3002\uff61]/gu, ".");
  return domainToAscii(own) === ascii ? own : ascii;
}
