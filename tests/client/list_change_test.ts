import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { isMoved, listChange } from "../../lib/client/list_change.ts";

const keys = fc.uniqueArray(fc.constantFrom(..."abcdefgh"));

Deno.test("a list that is as it was has not moved", () => {
  fc.assert(fc.property(keys, (shown) => {
    assertEquals(isMoved(listChange(shown, [...shown])), false);
  }));
});

Deno.test("what came, what went and what stays make the fresh list", () => {
  fc.assert(fc.property(keys, keys, (shown, fresh) => {
    const { added, gone, isReordered } = listChange(shown, fresh);
    const stay = shown.filter((key) => !gone.includes(key));
    assertEquals([...stay, ...added].sort(), [...fresh].sort());
    const stayed = fresh.filter((key) => !added.includes(key));
    assertEquals(isReordered, stay.join() !== stayed.join());
  }));
});

Deno.test("a new row, a row that went and a row that moved are told apart", () => {
  const shown = ["a", "b", "c"];
  assertEquals(listChange(shown, ["n", "a", "b", "c"]), {
    ...{ added: ["n"], gone: [], isReordered: false },
  });
  assertEquals(listChange(shown, ["a", "c"]), {
    ...{ added: [], gone: ["b"], isReordered: false },
  });
  assertEquals(listChange(shown, ["c", "a", "b"]), {
    ...{ added: [], gone: [], isReordered: true },
  });
});
