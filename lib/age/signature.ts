import { type Millis, MINUTE, SECOND } from "../kernel/mod.ts";

/** An older signature is somebody's copy. */
const FRESH: Millis = 5 * MINUTE;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 over time and body. */
export async function sign(
  secret: string,
  body: string,
  now: Millis,
): Promise<string> {
  const seconds = Math.floor(now / SECOND);
  const bytes = await crypto.subtle.sign(
    "HMAC",
    await keyOf(secret),
    signed(seconds, body),
  );
  const hex = Array.from(
    new Uint8Array(bytes),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
  return `t=${seconds},v1=${hex}`;
}

/** Whether this body was signed with the secret, a short time ago. */
export async function isSigned(
  secret: string,
  signature: string | null,
  body: string,
  now: Millis,
): Promise<boolean> {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? "");
  if (!match) return false;
  const seconds = Number(match[1]);
  if (Math.abs(now - seconds * SECOND) > FRESH) return false;
  const bytes = Uint8Array.from(
    match[2].match(/../g)!,
    (pair) => parseInt(pair, 16),
  );
  return await crypto.subtle.verify(
    "HMAC",
    await keyOf(secret),
    bytes,
    signed(seconds, body),
  );
}

function signed(seconds: number, body: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${seconds}.${body}`);
}

function keyOf(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign", "verify"],
  );
}
