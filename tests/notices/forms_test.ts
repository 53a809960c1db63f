import { assertEquals } from "@std/assert";
import { MAX_PAGES, noticePage } from "../../lib/notices/forms.ts";

Deno.test("the page of an inbox is a number in any digits", () => {
  for (const typed of ["3", " 3 ", "٣", "３", "३"]) {
    assertEquals(noticePage.parse(typed), 3, typed);
  }
});

Deno.test("what is no page is the first", () => {
  for (const typed of [null, "", "0", "-1", "1.5", "x", `${MAX_PAGES + 1}`]) {
    assertEquals(noticePage.parse(typed), 1, `${typed}`);
  }
  assertEquals(noticePage.parse(`${MAX_PAGES}`), MAX_PAGES);
});
