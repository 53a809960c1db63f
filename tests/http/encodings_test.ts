import { assert, assertEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import {
  chooseEncoding,
  ENCODINGS,
  pack,
  packQuickly,
} from "../../lib/http/encodings.ts";

const ASKED: Record<string, string | null> = {
  "": null,
  "gzip, deflate, br, zstd": "br",
  "gzip": "gzip",
  "GZIP;q=0.5": "gzip",
  "br;q=0, gzip": "gzip",
  "br;q=0.1, gzip;q=0.8": "gzip",
  "*": "br",
  "*;q=0": null,
  "identity": null,
  "br;q=nonsense": null,
};

for (const [header, encoding] of Object.entries(ASKED)) {
  Deno.test(`“${header}” is answered in ${encoding ?? "plain"}`, () => {
    assertEquals(chooseEncoding(header), encoding);
  });
}

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
