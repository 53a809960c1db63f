import { assertEquals } from "@std/assert";
import { remembering } from "../../lib/kernel/mod.ts";

Deno.test("an answer is computed once for each text", () => {
  const computed: string[] = [];
  const lengthOf = remembering((text) => {
    computed.push(text);
    return text.length;
  });
  assertEquals(["ann", "bob", "ann"].map(lengthOf), [3, 3, 3]);
  assertEquals(computed, ["ann", "bob"]);
});

Deno.test("null and undefined are answers, too", () => {
  let computed = 0;
  const nothing = remembering((text) => {
    computed++;
    return text === "null" ? null : undefined;
  });
  for (const text of ["null", "void", "null", "void"]) nothing(text);
  assertEquals(computed, 2);
});

Deno.test("what strangers send does not fill the memory", () => {
  let computed = 0;
  const same = remembering((text) => {
    computed++;
    return text;
  }, 2);
  for (const text of ["a", "b", "c", "a"]) assertEquals(same(text), text);
  // The third began anew, so that the first is not known any more.
  assertEquals(computed, 4);
});
