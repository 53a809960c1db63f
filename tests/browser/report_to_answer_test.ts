import { assert, assertEquals, assertLess } from "@std/assert";
import type { Page } from "playwright-core";
import { cases, decisions, evidence } from "../../lib/safety/records.ts";
import { strikePoints, strikesIn } from "../../lib/safety/strikes.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import { inviteByCommand } from "../../lib/tasks/staff.ts";
import { type Hands, KEYS, MOUSE } from "../helpers/hands.ts";
import { DESKTOP, Member } from "../helpers/member.ts";
import { join, open, type Opened } from "../helpers/passkeys.ts";
import { eventually } from "../helpers/processes.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };
const TAKE = 'form[action$="/claim"] button';
const DECIDE = '[aria-keyshortcuts="Control+Enter"]';
const PASSKEY = 'button:has-text("Use your passkey")';

interface Moderator extends Opened {
  name: string;
}

/** What differs between the two ways through the same story. */
interface Way {
  hands: Hands;
  measure: "ban" | "days_7";
  /** The key of the measure on the page of the case. */
  key: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  "by mouse, with a ban": { hands: MOUSE, measure: "ban", key: "5" },
  "by keys alone, with a week": { hands: KEYS, measure: "days_7", key: "3" },
};

for (const [how, way] of Object.entries(WAYS)) {
  Deno.test({
    name:
      `M01, M02, M07 and M18: from the report in a call to the appeal and the next call, ${how}`,
    ...real,
    async fn() {
      await using site = await openSite(SETTINGS);
      await using ines = await moderator(site, "Ines K.");
      await using jonas = await moderator(site, "Jonas R.");
      const staff = [ines, jonas] as const;
      await Promise.all(staff.map((one) => openQueue(site, one)));
      await eventually(
        () => site.millo().changeFeed.size === 2,
        "both hear of changes",
      );
      await using ada = await come(site);
      await using ben = await come(site);
      await using cleo = await come(site);

      await meet(way.hands, ada, ben);
      await ben.say("show me more of you");
      await ada.read("show me more of you");
      await eventually(async () => await ada.frames() > 5, "frames arrive");
      await report(way.hands, ada);
      await ben.until("ended");

      const number = await rowOn(ines.page);
      assertEquals(await rowOn(jonas.page), number);
      await meet(way.hands, ben, cleo);
      const [winner, loser] = await race(way.hands, staff, number);
      await look(site, winner.page, number);
      await decide(way, winner.page, async () => {
        await ben.page.waitForURL(`${site.base}/account/standing`);
        await cleo.until("ended");
      });
      await loser.page.getByText("This case has changed.").waitFor();
      await ben.page.getByText("You undressed.").waitFor();

      await loser.page.goto(`${site.base}/admin/appeals`);
      await loser.page.getByText("No appeals are waiting").waitFor();
      await eventually(
        () => site.millo().changeFeed.size === 2,
        "the list of appeals hears of changes",
      );
      await appeal(way.hands, ben.page);
      await mayNotAnswer(site, winner.page);
      await overturn(way.hands, loser.page);

      await ben.page.goto(`${site.base}/account/standing`);
      await ben.page.getByText("You were right").waitFor();
      await nothingIsLeft(site, number);
      await ben.page.goto(`${site.base}/talk`);
      await ben.until("ready");
      await ben.page.locator("#next:not([disabled])").waitFor();
      await meet(way.hands, cleo, ben);

      for (const { complaints } of [ines, jonas, ada, ben, cleo]) {
        assertEquals(complaints, []);
      }
      for (const { foreign } of [ada, ben, cleo]) assertEquals(foreign, []);
    },
  });
}

async function moderator(site: Site, name: string): Promise<Moderator> {
  const { config } = site.millo();
  const link = await inviteByCommand(config, ["moderator"], site.clock);
  const opened = await open(site);
  opened.page.setDefaultTimeout(20_000);
  await join(opened.page, site.base + new URL(link).pathname, name);
  return { ...opened, name };
}

async function openQueue(site: Site, { page }: Moderator): Promise<void> {
  await page.goto(`${site.base}/admin/cases`);
  await page.getByText("Nothing is waiting here").waitFor();
  await page.mouse.move(0, 0);
}

async function come(site: Site): Promise<Member> {
  const browser = await chromiumForTests();
  return await (await Member.open(browser, site.base, DESKTOP)).comeIn();
}

async function meet(hands: Hands, one: Member, other: Member): Promise<void> {
  await hands.press(one.page, "#next");
  await one.until("searching");
  await hands.press(other.page, "#next");
  await Promise.all([one.until("live"), other.until("live")]);
}

/** With a still and the text; who it is about, nobody says. */
async function report(hands: Hands, { page }: Member): Promise<void> {
  await hands.press(page, '.tool[aria-keyshortcuts="Shift+!"]', "!");
  await hands.press(page, ".sheet summary");
  await hands.check(page, ".sheet input[name=text]");
  await hands.check(page, ".sheet input[name=still]");
  await hands.check(page, ".sheet input[name=adult]");
  await hands.press(page, ".sheet button[value=nudity]");
  await page.getByRole("heading", { name: "Reported" }).waitFor();
}

/** The number of the only case, once its row has come by itself. */
async function rowOn(page: Page): Promise<string> {
  const row = page.locator("[data-row]");
  await row.waitFor();
  return (await row.getAttribute("data-row"))!;
}

/** Both take the case at one moment: one has it, the other is told who. */
async function race(
  hands: Hands,
  staff: readonly [Moderator, Moderator],
  number: string,
): Promise<[Moderator, Moderator]> {
  for (const { page } of staff) {
    await hands.press(page, `[data-row="${number}"] .title`);
    await page.locator(TAKE).waitFor();
  }
  await Promise.all(staff.map(({ page }) => hands.press(page, TAKE, "t")));
  const pages = staff.map(({ page }) => page);
  await Promise.all(
    pages.map((page) =>
      page.locator('form[action$="/release"], .note.warn').first().waitFor()
    ),
  );
  const has = await Promise.all(
    pages.map((page) => page.locator('form[action$="/release"]').count()),
  );
  assertEquals(has.toSorted(), [0, 1]);
  const [winner, loser] = has[0] === 1 ? staff : [staff[1], staff[0]];
  const told = await loser.page.locator("#main").textContent();
  assert(told!.includes(winner.name), told!);
  return [winner, loser];
}

/** The whole picture: what was written, a still, and where the person is. */
async function look(site: Site, page: Page, number: string): Promise<void> {
  await page.getByText("show me more of you").waitFor();
  await page.locator("[data-presence]", { hasText: "In a call" }).waitFor();
  const { store } = site.millo();
  const { items } = await store.list(evidence, "byCase", {
    of: [number],
    limit: 5,
  });
  assertEquals(items.map(({ value }) => value.kind).sort(), ["still", "text"]);
}

/** What follows comes within two seconds of the press. */
async function decide(
  { hands, measure, key }: Way,
  page: Page,
  follows: () => Promise<void>,
): Promise<void> {
  await hands.check(page, `input[name=step][value=${measure}]`, key);
  await hands.choose(page, "#rule", "harm");
  await hands.fill(page, "#facts", "You undressed.");
  if (measure === "ban") {
    await hands.press(page, DECIDE, "Control+Enter");
    await page.locator(PASSKEY).waitFor();
  }
  const start = performance.now();
  await (measure === "ban"
    ? hands.press(page, PASSKEY)
    : hands.press(page, DECIDE, "Control+Enter"));
  await follows();
  assertLess(performance.now() - start, 2_000);
  await page.waitForURL(/decided=/);
}

async function appeal(hands: Hands, page: Page): Promise<void> {
  await hands.check(page, "input[name=claim][value=not_so]");
  await hands.fill(page, "#words", "It was a doll.");
  await hands.press(page, "#appeal [type=submit]");
  await page.getByText("Somebody else is reading it again").waitFor();
}

/** Whoever decided reads the appeal, and does not answer it. */
async function mayNotAnswer(site: Site, page: Page): Promise<void> {
  await page.goto(`${site.base}/admin/appeals`);
  await page.locator("[data-row] .title").click();
  await page.getByText("You decided this yourself").waitFor();
}

/** The appeal comes into the open list by itself. */
async function overturn(hands: Hands, page: Page): Promise<void> {
  await hands.press(page, "[data-row] .title");
  await hands.press(page, TAKE);
  await hands.check(page, "input[name=outcome][value=overturned]");
  await hands.fill(page, "#toPerson", "You are right.");
  await hands.fill(page, "#toReporter", "It was a doll.");
  await hands.press(page, DECIDE, "Control+Enter");
  await page.waitForURL(/\/admin\/appeals$/);
}

/** No sanction, no strike, and the report waits for somebody again. */
async function nothingIsLeft(site: Site, number: string): Promise<void> {
  const { store, clock } = site.millo();
  const { items } = await store.list(decisions, "byCase", {
    of: [number],
    limit: 5,
  });
  const [{ value: decision }] = items;
  assertEquals([items.length, decision.state], [1, "overturned"]);
  const now = clock.now();
  assertEquals(strikePoints(strikesIn([decision]), now), 0);
  const standing = await findStanding(store, decision.reported!, now);
  assertEquals([standing.out, standing.mayReport], [null, true]);
  const { value } = (await store.get(cases, [number]))!;
  assertEquals([value.status, value.openReports], ["open", 1]);
}
