import { assertEquals } from "@std/assert";
import { sha256 } from "../../lib/kernel/mod.ts";

/** FIPS 180-4 and NIST's examples to it. */
const KNOWN: [string, string][] = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
];

Deno.test("SHA-256 is that of the standard, of text and of bytes", () => {
  for (const [text, hash] of KNOWN) {
    assertEquals(sha256(text), hash);
    assertEquals(sha256(new TextEncoder().encode(text)), hash);
  }
});

Deno.test("only the part that a view shows is hashed", () => {
  const whole = new TextEncoder().encode("xabcx");
  assertEquals(sha256(whole.subarray(1, 4)), sha256("abc"));
});

Deno.test("text outside of ASCII is hashed as UTF-8", () => {
  const text = "Zoë 🇩🇪";
  assertEquals(sha256(text), sha256(new TextEncoder().encode(text)));
});
