import { assertEquals } from "@std/assert";
import { minutesEast } from "../../lib/client/time_zone.ts";

/** `Date` says how far behind UTC is, so the sign turns round. */
Deno.test("a clock east of Greenwich is ahead, one in the west behind", () => {
  const { getTimezoneOffset } = Date.prototype;
  try {
    for (const [behind, east] of [[-330, 330], [480, -480], [-765, 765]]) {
      Date.prototype.getTimezoneOffset = () => behind;
      assertEquals(minutesEast(), east);
    }
  } finally {
    Date.prototype.getTimezoneOffset = getTimezoneOffset;
  }
});
