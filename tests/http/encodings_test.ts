import { assert, assertEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ENCODINGS, pack, packQuickly } from "../../lib/http/encodings.ts";

Deno.test("what was packed comes out again, and files are packed tighter", () => {
  const text = new TextEncoder().encode("one adult meets another ".repeat(400));
  for (const encoding of ENCODINGS) {
    const open = encoding === "br" ? brotliDecompressSync : gunzipSync;
    const [whole, quick] = [pack(text, encoding), packQuickly(text, encoding)];
    assertEquals(new Uint8Array(open(whole)), text);
    assertEquals(new Uint8Array(open(quick)), text);
    assert(whole.byteLength <= quick.byteLength);
  }
});
