import { toPlain } from "../text/mod.ts";

/**
 * A recovery code is 30 characters of Crockford's base 32 in six groups. The
 * first ten find the account's record, the other twenty (100 bits) open it.
 */
const LOCATOR = 10;
const LENGTH = 30;
const GROUP = 5;

/** Dashes of any length, the minus, and what Japanese keyboards have for them. */
const BETWEEN_GROUPS = /[\s\p{Pd}\u2212\u30fc\uff70]/gu;

export interface RecoveryCode {
  locator: string;
  secret: string;
}

/** Cuts a code out of random characters. */
export function codeFrom(random: string): RecoveryCode {
  return {
    locator: random.slice(0, LOCATOR),
    secret: random.slice(LOCATOR, LENGTH),
  };
}

/** In groups, as it is shown and written down. */
export function writtenCode({ locator, secret }: RecoveryCode): string {
  return `${locator}${secret}`.toUpperCase()
    .match(new RegExp(`.{${GROUP}}`, "g"))!.join("-");
}

/** Reads a code as people type it; null when it cannot be one. */
export function readCode(typed: string): RecoveryCode | null {
  const plain = toPlain(typed).toLowerCase().replace(BETWEEN_GROUPS, "")
    .replaceAll("o", "0").replace(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{30}$/.test(plain) ? codeFrom(plain) : null;
}
