import { assert, assertEquals, assertLess } from "@std/assert";
import { SECOND } from "../../lib/kernel/mod.ts";
import { faultsOf, Lookers, overflowOf } from "../helpers/looks.ts";
import { PHONE } from "../helpers/member.ts";
import { reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

Deno.test({
  name:
    "M39: an alert comes to an open page by itself within 10 s, and goes once somebody is on it",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite({
      MILLO_MODE: "development",
      MILLO_LOG: "error",
    });
    const browser = await chromiumForTests();
    await using lookers = new Lookers(browser, site);
    const open = async (path: string) => {
      const page = await lookers.open({ path, role: "moderator", status: 200 });
      page.setDefaultTimeout(15_000);
      return page;
    };
    const [noor, other] = [await open("/admin/audit"), await open("/admin/me")];
    await noor.getByText("Nobody is on call.").waitFor();
    const { safety, changeFeed } = site.millo();
    for (let tries = 0; changeFeed.size < 2; tries++) {
      assert(tries < 200, "the pages open their line");
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const start = performance.now();
    const { case: number } = await reported(safety, { reason: "danger" });
    for (const page of [noor, other]) {
      await page.getByRole("alert").filter({ hasText: number }).waitFor();
    }
    assertLess(performance.now() - start, 10 * SECOND);
    await noor.getByText("everybody who may act was told").waitFor();
    assertEquals(await faultsOf(noor), []);
    await noor.setViewportSize(PHONE);
    assertEquals([await faultsOf(noor), await overflowOf(noor)], [[], 0]);

    await noor.getByRole("button", { name: "I am on it" }).click();
    await noor.waitForURL(`**/admin/cases/${number}`);
    await other.getByRole("alert").waitFor({ state: "detached" });
  },
});
