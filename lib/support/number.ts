import { toPlain } from "../text/mod.ts";

/** What is left of Crockford's base 32 when the number is read out. */
const FORM = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** The number of a ticket, such as 7K3F-Q2ZD, from random characters. */
export function numberFrom(random: string): string {
  const upper = random.toUpperCase();
  return `${upper.slice(0, 4)}-${upper.slice(4, 8)}`;
}

/** A number as somebody wrote it down, or null for what cannot be one. */
export function readNumber(text: string): string | null {
  const plain = toPlain(text).toUpperCase().replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0").replace(/[IL]/g, "1");
  const number = numberFrom(plain);
  return plain.length === 8 && FORM.test(number) ? number : null;
}
