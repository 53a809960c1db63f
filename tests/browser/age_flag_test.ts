import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import type { AgeProvider } from "../../lib/age/mod.ts";
import { decideOnAge } from "../../lib/app/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import {
  askAgeCheck,
  claimCase,
  settleRequested,
} from "../../lib/safety/mod.ts";
import { memberOf } from "../helpers/app.ts";
import {
  enlargeText,
  faultsOf,
  Lookers,
  overflowOf,
} from "../helpers/looks.ts";
import { DESKTOP, PHONE } from "../helpers/member.ts";
import { browserOn } from "../helpers/pages.ts";
import { eventually } from "../helpers/processes.ts";
import { actorFor, reported, sameActor } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };
const SMALLEST = { width: 320, height: 640 };

/** Whoever is sent there comes back at once: the outcome is told by the test. */
function provider(): AgeProvider {
  let started = 0;
  return {
    start: ({ returnTo }) =>
      Promise.resolve({ ref: `check-${++started}`, url: `${returnTo}?back` }),
    ask: () => Promise.resolve({ state: "pending" }),
    readCallback: () => Promise.resolve(null),
  };
}

/** A member in a real browser, of whom somebody said that they seem under 18. */
async function heldPerson(site: Site) {
  const millo = site.millo();
  millo.ageProvider = provider();
  const person = await browserOn(site, "member");
  const { accountId } = await memberOf(millo, person);
  const filed = await reported(millo.safety, {
    reason: "under_18",
    reported: accountId,
  });
  const deps = { ...millo.safety, clock: site.clock } as Parameters<
    typeof actorFor
  >[0];
  const actor = await actorFor(deps, ["child-safety"], "age.decide");
  const read = sameActor(deps, actor, "age.read");
  const flag = { number: filed.case, reports: [filed.report] };
  await claimCase(millo.safety, read, filed.case);
  const browser = await chromiumForTests();
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addCookies(
    Object.entries(person.cookies()).map(([name, value]) => ({
      ...{ name, value, url: site.base },
    })),
  );
  const page = await context.newPage();
  return { millo, actor, flag, page, context };
}

/** What is wrong with the page as it stands, on every size and scheme. */
async function wrongWith(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      wrong.push(...await faultsOf(page));
    }
  }
  await page.setViewportSize(SMALLEST);
  await enlargeText(page);
  const by = await overflowOf(page);
  if (by > 0) wrong.push(`320 is too wide by ${by}`);
  await page.setViewportSize(DESKTOP);
  return wrong.map((fault) => `${name}: ${fault}`);
}

Deno.test({
  name:
    "A10: whoever is held for their age is led to the check, and after its yes to the next call",
  ...real,
  async fn() {
    await using site = await openSite(SETTINGS);
    const { millo, actor, flag, page, context } = await heldPerson(site);
    const wrong: string[] = [];
    assert((await askAgeCheck(millo.safety, actor, flag)).ok);
    await page.goto(`${site.base}/talk`);
    await page.getByRole("heading", { name: "Please show your age" }).waitFor();
    wrong.push(...await wrongWith(page, "standing"));
    await page.getByRole("link", { name: "Begin the age check" }).click();
    wrong.push(...await wrongWith(page, "asked"));
    await page.getByRole("button", { name: "Begin the age check" }).click();
    const go = page.getByRole("link", { name: "Go to the age check" });
    await go.waitFor();
    wrong.push(...await wrongWith(page, "begun"));
    await go.click();
    await settleRequested(millo.safety, "check-1", {
      ...{ state: "passed", expiresAt: site.clock.now() + DAY },
    });
    await page.goto(`${site.base}/account/inbox`);
    await page.getByText("Nothing keeps you out of calls").first().click();
    wrong.push(...await wrongWith(page, "notice"));
    await page.getByRole("link", { name: "Meet somebody" }).click();
    await page.waitForURL(`${site.base}/talk`);
    await context.close();
    assertEquals(wrong, []);
  },
});

Deno.test({
  name:
    "A09 and A10: whoever was erased for their age reads why in that browser, and a check lets them in again",
  ...real,
  async fn() {
    await using site = await openSite(SETTINGS);
    const { millo, actor, flag, page, context } = await heldPerson(site);
    const wrong: string[] = [];
    await page.goto(`${site.base}/account/standing`);
    const facts = "Said twice that they are fifteen.";
    assert(
      (await decideOnAge(millo, actor, { ...flag, facts, isUnder18: true })).ok,
    );
    await page.goto(`${site.base}/talk`);
    const erased = { name: "Your account was erased" };
    await page.getByRole("heading", erased).waitFor();
    assertEquals(new URL(page.url()).pathname, "/age/flag");
    await page.getByText(facts).waitFor();
    wrong.push(...await wrongWith(page, "erased"));
    await page.getByRole("button", { name: "Begin the age check" }).click();
    await page.getByRole("link", { name: "Go to the age check" }).click();
    await settleRequested(millo.safety, "check-1", {
      ...{ state: "passed", expiresAt: site.clock.now() + DAY },
    });
    await page.goto(`${site.base}/age/flag`);
    await page.getByRole("heading", { name: "You are welcome again" })
      .waitFor();
    wrong.push(...await wrongWith(page, "overturned"));
    await page.getByRole("button", { name: "Go in" }).click();
    await page.waitForURL(`${site.base}/consent`);
    await context.close();
    assertEquals(wrong, []);
  },
});

Deno.test({
  name:
    "M20: child safety works through a flag by keys alone, and none is a key in a field",
  ...real,
  async fn() {
    await using site = await openSite(SETTINGS);
    const millo = site.millo();
    millo.ageProvider = provider();
    const { case: number } = await reported(millo.safety, {
      reason: "under_18",
    });
    await using lookers = new Lookers(await chromiumForTests(), site);
    const page = await lookers.open({
      ...{ path: "/admin/age", role: "child-safety", status: 200 },
    });
    const row = page.locator(`a[href="/admin/age/${number}"]`);
    await eventually(async () => {
      await page.keyboard.press("j");
      return await row.evaluate((link) => link === document.activeElement);
    }, "J finds the first flag");
    await page.keyboard.press("Enter");
    await page.getByText("Nobody has this case").waitFor();
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Give back" }).waitFor();
    const chosen = (name: string) =>
      page.getByRole("radio", { name }).isChecked();
    await eventually(async () => {
      await page.keyboard.press("2");
      return await chosen("Ask for an age check");
    }, "2 chooses the check");
    await page.keyboard.press("3");
    assert(await chosen("Dismiss: an adult"));
    await page.getByLabel("What you found").focus();
    await page.keyboard.type("1 film! 2 lines");
    assert(await chosen("Dismiss: an adult"));
    assertEquals(await faultsOf(page), []);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Show your passkey below").first().waitFor();
    assert(await chosen("Dismiss: an adult"));
    const words = page.getByLabel("What you found");
    assertEquals(await words.inputValue(), "1 film! 2 lines");
    await words.blur();
    await page.keyboard.press("!");
    await page.getByText("This flag was passed on").waitFor();
  },
});
