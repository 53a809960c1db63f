import { assertEquals } from "@std/assert";
import { decisions } from "../../lib/safety/records.ts";
import { faultsOf, Lookers, overflowOf } from "../helpers/looks.ts";
import { DESKTOP, PHONE } from "../helpers/member.ts";
import { reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

Deno.test({
  name:
    "M19: cases are chosen, previewed, decided by Ctrl+Enter and taken back together",
  // Servers and browser outlive a test here; each closes what it opened.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite({
      MILLO_MODE: "development",
      MILLO_LOG: "error",
    });
    const { safety, store } = site.millo();
    for (let n = 0; n < 3; n++) await reported(safety);
    await using lookers = new Lookers(await chromiumForTests(), site);
    const page = await lookers.open({
      path: "/admin/cases",
      role: "moderator",
      status: 200,
    });
    const faults: string[] = [];
    const look = async () => {
      for (const size of [PHONE, DESKTOP]) {
        await page.setViewportSize(size);
        faults.push(...await faultsOf(page));
        assertEquals(await overflowOf(page), 0);
      }
    };
    await page.locator("input[name=cases]").nth(0).check();
    await page.locator("input[name=cases]").nth(1).check();
    await look();
    await page.getByRole("button", { name: "Decide the chosen" }).click();
    await page.getByRole("heading", { name: "Decide 2 cases alike" }).waitFor();
    await look();
    await page.getByLabel("Warn").check();
    await page.locator("#rule").selectOption("harm");
    await page.locator("#facts").fill("You shouted.");
    await page.locator("#facts").press("Control+Enter");
    await page.getByRole("heading", { name: "2 cases decided" }).waitFor();
    await look();
    await page.getByRole("button", { name: "Take all of them back" }).click();
    await page.getByText("taken back").first().waitFor();
    const made = await Array.fromAsync(store.each(decisions));
    assertEquals(made.map(({ value }) => value.state), ["undone", "undone"]);
    assertEquals(faults, []);
  },
});
