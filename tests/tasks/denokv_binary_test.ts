import { assertEquals, assertThrows } from "@std/assert";
import { onlyFileOf } from "../../lib/tasks/denokv_binary.ts";

/** Four hellos in a file `a`, deflated. */
const ARCHIVE =
  "UEsDBBQAAAAIAKo1d10AiFkLCwAAABgAAAABAAAAYctIzcnJV8hAJ7kAUEsBAhQDFAAAAAgAqjV3XQCIWQsLAAAAGAAAAAEAAAAAAAAAAAAAAIABAAAAAGFQSwUGAAAAAAEAAQAvAAAAKgAAAAAA";

Deno.test("the one file of a zip archive is unpacked", () => {
  const file = onlyFileOf(Uint8Array.fromBase64(ARCHIVE));
  assertEquals(new TextDecoder().decode(file), "hello hello hello hello\n");
});

Deno.test("what is no zip archive is refused", () => {
  assertThrows(
    () => onlyFileOf(new Uint8Array(100)),
    Error,
    "is not a zip archive",
  );
});
