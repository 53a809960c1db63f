import { assertEquals, assertMatch } from "@std/assert";
import { newId, newSecret } from "../../lib/kernel/mod.ts";

Deno.test("ids are 26 and secrets 52 letters that nobody confuses", () => {
  assertMatch(newId(), /^[0-9a-hjkmnp-tv-z]{26}$/);
  assertMatch(newSecret(), /^[0-9a-hjkmnp-tv-z]{52}$/);
});

Deno.test("ten thousand ids are all different, in every place", () => {
  const ids = Array.from({ length: 10_000 }, newId);
  assertEquals(new Set(ids).size, ids.length);
  for (let place = 0; place < 25; place++) {
    assertEquals(new Set(ids.map((id) => id[place])).size, 32);
  }
});
