import { toPlain } from "../text/mod.ts";
import type { EvidenceKeys } from "./evidence_keys.ts";

/** Crockford's base 32: no I, L, O or U, which read like others. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The number of a case, such as MC-7K3F-Q2ZD, from random characters. */
export function caseNumberFrom(random: string): string {
  const upper = random.toUpperCase();
  return `MC-${upper.slice(0, 4)}-${upper.slice(4, 8)}`;
}

/** A case's number as somebody typed it, or null for what cannot be one. */
export function readCaseNumber(typed: string): string | null {
  const rest = lettersAsDigits(readable(typed).replace(/^MC/, ""));
  return rest.length === 2 * GROUP && isRandom(rest)
    ? caseNumberFrom(rest)
    : null;
}

export type ReferenceKind = "report" | "decision";

const PREFIXES: Readonly<Record<ReferenceKind, string>> = {
  report: "RN",
  decision: "SN",
};

/** Four groups of four: 80 bits, which nobody guesses at twenty tries an hour. */
const GROUPS = 4;
const GROUP = 4;

/**
 * The number that opens a report or a decision from any browser, such as
 * RN-9D2H-4T6W-0QKM-2XZV. It is made anew from the server's key each time that
 * its owner is shown it, and kept as a digest only.
 */
export async function referenceNumber(
  keys: Pick<EvidenceKeys, "digest">,
  kind: ReferenceKind,
  id: string,
): Promise<string> {
  const digest = await keys.digest(`reference number of ${kind} ${id}`);
  const bytes = Uint8Array.fromHex(digest);
  const characters = Array.from(
    bytes.slice(0, GROUPS * GROUP),
    (byte) => ALPHABET[byte & 31],
  ).join("");
  const groups = characters.match(new RegExp(`.{${GROUP}}`, "g"))!;
  return [PREFIXES[kind], ...groups].join("-");
}

/** A number as somebody typed it, or null for what cannot be one. */
export function readReferenceNumber(
  typed: string,
): { kind: ReferenceKind; number: string } | null {
  const plain = readable(typed);
  const kind = plain.startsWith("RN")
    ? "report"
    : plain.startsWith("SN")
    ? "decision"
    : null;
  if (kind === null) return null;
  const rest = lettersAsDigits(plain.slice(2));
  if (rest.length !== GROUPS * GROUP || !isRandom(rest)) return null;
  const groups = rest.match(new RegExp(`.{${GROUP}}`, "g"))!;
  return { kind, number: [PREFIXES[kind], ...groups].join("-") };
}

/** Upper case and in ASCII, without whatever stands between the groups. */
function readable(typed: string): string {
  return toPlain(typed).toUpperCase().replace(/[^0-9A-Z]/g, "");
}

/** Letters that no number has, as the digits that they were read for. */
function lettersAsDigits(text: string): string {
  return text.replaceAll("O", "0").replace(/[IL]/g, "1");
}

function isRandom(text: string): boolean {
  return [...text].every((character) => ALPHABET.includes(character));
}
