import { assert, assertEquals } from "@std/assert";
import { scanFiles, TermSearch } from "../../lib/store/mod.ts";
import { withFolder } from "./helpers/backends.ts";

const TERM = 'Zoë "quoted" & 0123456789abc';
const text = new TextEncoder();

function utf16(value: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(value.length * 2));
  [...value].forEach((char, n) =>
    view.setUint16(n * 2, char.charCodeAt(0), little)
  );
  return new Uint8Array(view.buffer);
}

const forms: Record<string, Uint8Array> = {
  "plain": text.encode(TERM),
  "Latin 1": Uint8Array.from(TERM, (char) => char.charCodeAt(0)),
  "JSON": text.encode(JSON.stringify({ name: TERM })),
  "hex": text.encode(text.encode(TERM).toHex()),
  "upper hex": text.encode(text.encode(TERM).toHex().toUpperCase()),
  "a URL": text.encode(`?name=${encodeURIComponent(TERM)}`),
  "UTF-16LE": utf16(TERM, true),
  "UTF-16BE": utf16(TERM, false),
  "a V8 value": utf16(`€${TERM}`, true),
};
for (const before of ["", "x", "xy", "xyz"]) {
  const bytes = text.encode(`${before}${TERM}tail`);
  forms[`base64 after ${before.length}`] = text.encode(bytes.toBase64());
  forms[`base64url after ${before.length}`] = text.encode(
    bytes.toBase64({ alphabet: "base64url" }),
  );
}

for (const [name, bytes] of Object.entries(forms)) {
  Deno.test(`a term is found in ${name}`, () => {
    const search = new TermSearch(["another term", TERM]);
    const block = new Uint8Array(bytes.length + 500);
    block.set(bytes, 250);
    assertEquals([...search.find(block)], [1]);
    assertEquals([...search.find(new Uint8Array(500))], []);
  });
}

Deno.test("a term that a page breaks in two is found by a half", () => {
  const id = "a7k2m9x4q8w1r5t3y6p0zbcdfg";
  const bytes = text.encode(id);
  const search = new TermSearch([id]);
  for (let cut = 1; cut < bytes.length; cut++) {
    const block = new Uint8Array(300);
    block.set(bytes.subarray(0, cut), 0);
    block.set(bytes.subarray(cut), 200);
    assert(search.find(block).has(0), `cut at ${cut}`);
  }
});

Deno.test("half a sentence is not taken for the whole", () => {
  const search = new TermSearch(["a long sentence, and then some more"]);
  const half = text.encode("a long sentence, and then something else");
  assertEquals([...search.find(half)], []);
});

Deno.test("a term across two blocks of a file is found", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/deep/er`, { recursive: true });
    const bytes = new Uint8Array(3 << 20);
    const searchTerm = "0123456789abcdefghjkmnpqrs";
    bytes.set(text.encode(searchTerm), (1 << 20) - 6);
    bytes.set(text.encode("tail-terms!"), bytes.length - 11);
    await Deno.writeFile(`${folder}/deep/er/file`, bytes);
    await Deno.writeTextFile(`${folder}/clean`, "nothing");
    const scan = await scanFiles(folder, [
      searchTerm,
      "tail-terms!",
      "not there",
    ]);
    assertEquals(scan.files, 2);
    assertEquals(scan.bytes, bytes.length + 7);
    assertEquals(scan.hits.map(({ searchTerm }) => searchTerm), [0, 1]);
  });
});
