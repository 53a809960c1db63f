/**
 * Random ids and secrets. Ids carry no time and no order, so that they tell
 * nothing to whoever sees one.
 */

import type { $brand } from "zod";

/**
 * The random id of an account: made by newAccountId, or read from a record.
 * No other text can take its place.
 */
export type AccountId = string & $brand<"AccountId">;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** 128 random bits as 26 characters of Crockford's base 32, lower case. */
export function newId(): string {
  return base32(crypto.getRandomValues(new Uint8Array(16)));
}

export function newAccountId(): AccountId {
  return newId() as AccountId;
}

/** 256 random bits as 52 characters, for what opens a door. */
export function newSecret(): string {
  return base32(crypto.getRandomValues(new Uint8Array(32)));
}

function base32(bytes: Uint8Array): string {
  let out = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(buffer >> bits) & 31];
    }
  }
  return bits > 0 ? out + ALPHABET[(buffer << (5 - bits)) & 31] : out;
}
