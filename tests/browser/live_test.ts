import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/mod.ts";
import {
  addCaseNote,
  claimCase,
  claimOn,
  releaseCase,
} from "../../lib/safety/mod.ts";
import { faultsOf, Lookers, overflowOf } from "../helpers/looks.ts";
import { actorFor, reported, sameActor } from "../helpers/safety.ts";
import { eventually } from "../helpers/processes.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };
const real = { sanitizeOps: false, sanitizeResources: false };

interface Office {
  site: Site;
  lookers: Lookers;
  open(path: string, role?: "moderator" | "triage"): Promise<Page>;
  [Symbol.asyncDispose](): Promise<void>;
}

async function openOffice(): Promise<Office> {
  const site = await openSite(SETTINGS);
  const browser = await chromiumForTests();
  const lookers = new Lookers(browser, site);
  return {
    site,
    lookers,
    async open(path, role = "moderator") {
      const page = await lookers.open({ path, role, status: 200 });
      page.setDefaultTimeout(15_000);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await lookers[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** Settles once the page's line is open. */
async function listening({ site }: Office, pages = 1): Promise<void> {
  const { changeFeed } = site.millo();
  for (let tries = 0; changeFeed.size < pages; tries++) {
    assert(tries < 200, "the page opens its line");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function numbersOn(page: Page): Promise<string[]> {
  return page.locator("[data-row]").evaluateAll((rows) =>
    rows.map((row) => (row as HTMLElement).dataset.row!)
  );
}

Deno.test({
  name:
    "an open list moves by itself, and stands still under pointer and focus",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { safety } = office.site.millo();
    const first = await reported(safety, { reason: "fraud" });
    const page = await office.open("/admin/cases");
    await listening(office);
    await page.mouse.move(0, 0);
    const second = await reported(safety, { reason: "nudity" });
    await page.locator(`[data-row="${second.case}"]`).waitFor();
    assertEquals(await numbersOn(page), [second.case, first.case]);
    assertEquals(await page.getByRole("status").allTextContents(), [
      "New here: 1",
    ]);
    assertEquals(await page.locator(".rail .tally").first().textContent(), "2");

    // The pointer is on a row: it stays there, and who has it shows in it.
    await page.locator(`[data-row="${first.case}"]`).hover();
    const third = await reported(safety, { reason: "danger" });
    await page.getByText("New here: 1").waitFor();
    const ben = await actorFor(safety, ["moderator"], "case.claim");
    assert((await claimCase(safety, ben, first.case)).ok);
    await page.locator(`[data-row="${first.case}"] td`, { hasText: "Ada" })
      .waitFor();
    assertEquals(await numbersOn(page), [second.case, first.case]);
    assertEquals(await faultsOf(page), []);
    assertEquals(await overflowOf(page), 0);
    await page.keyboard.press("r");
    await page.locator(`[data-row="${third.case}"]`).waitFor();
    assertEquals(await numbersOn(page), [
      third.case,
      second.case,
      first.case,
    ]);

    // So does the focus, through a change that puts its row elsewhere.
    await page.mouse.move(0, 0);
    await page.locator(`[data-row="${second.case}"] .title`).focus();
    const fourth = await reported(safety, { reason: "danger" });
    await page.getByText("New here: 1").waitFor();
    assertEquals((await numbersOn(page)).length, 3);
    await page.keyboard.press("r");
    await page.locator(`[data-row="${fourth.case}"]`).waitFor();
    assertEquals(
      await page.evaluate(() => document.activeElement?.getAttribute("href")),
      `/admin/cases/${second.case}`,
    );

    // And it goes along where the row itself goes.
    await page.locator(`[data-row="${first.case}"] .title`).focus();
    const { reported: person } = first;
    await reported(safety, { reason: "danger", reported: person });
    await reported(safety, { reason: "danger", reported: person });
    await page.getByText("This list has changed.").waitFor();
    assertEquals((await numbersOn(page)).at(-1), first.case);
    await page.keyboard.press("r");
    await page.waitForFunction(
      (number) =>
        document.querySelector("[data-row]")?.getAttribute("data-row") ===
          number,
      first.case,
    );
    assertEquals(
      await page.evaluate(() => document.activeElement?.getAttribute("href")),
      `/admin/cases/${first.case}`,
    );
  },
});

Deno.test({
  name:
    "a case that changes under one's eyes says so, who has it, and keeps the words",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { safety } = office.site.millo();
    const { case: number, reported: person } = await reported(safety);
    await reported(safety, { reported: person });
    const path = `/admin/cases/${number}`;
    const page = await office.open(path);
    await page.getByRole("button", { name: "Take" }).click();
    await page.locator("#facts").fill("You undressed.");
    await page.getByRole("radio", { name: /30 days/ }).check();
    await page.locator("details:has(#abusive) > summary").click();
    const boxes = page.locator("[name=abusive]");
    await boxes.last().check();
    await listening(office);
    const ben = await actorFor(safety, ["moderator"], "case.claim");
    const note = { number, text: "Seen before.", aboutPerson: false };
    assert((await addCaseNote(safety, ben, note)).ok);
    await page.getByText("This case has changed.").waitFor();
    assertEquals(await page.getByText("Seen before.").count(), 0);
    assertEquals(await faultsOf(page), []);
    await page.getByRole("button", { name: /^Show/ }).click();
    await page.getByText("Seen before.").waitFor();
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>("#facts")?.value ===
        "You undressed."
    );
    assert(await page.getByRole("radio", { name: /30 days/ }).isChecked());
    assertEquals(
      await boxes.evaluateAll((all) =>
        all.map((box) => (box as HTMLInputElement).checked)
      ),
      [false, true],
    );

    // Given back, and taken by somebody else, who is named at once.
    await page.getByRole("button", { name: /^Give back/ }).click();
    await page.goto(office.site.base + path);
    await page.getByText("Nobody has this case").waitFor();
    await listening(office);
    assert((await claimCase(safety, ben, number)).ok);
    await page.getByText("This case has changed. Ada has it now.").waitFor();
    assert(
      await releaseCase(safety, sameActor(safety, ben, "case.claim"), number),
    );
    await page.getByText("This case has changed.", { exact: true }).waitFor();
  },
});

Deno.test({
  name:
    "a page that lost its line goes on where it was, on the server that comes after",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { site } = office;
    const page = await office.open("/admin/cases");
    await listening(office);
    const lost = page.getByText(
      "This page is not hearing of changes just now.",
    );
    await site.restart(() => lost.waitFor());
    const { case: number } = await reported(site.millo().safety);
    await page.locator(`[data-row="${number}"]`).waitFor();
    await listening(office);
    await lost.waitFor({ state: "detached" });
    assertEquals(await page.getByText("Nothing is waiting here").count(), 0);
    // A page that is shut is known as gone.
    await page.close();
    const { changeFeed } = site.millo();
    await eventually(() => changeFeed.size === 0, "nobody listens any more");
  },
});

Deno.test({
  name: "an alert comes at once, and pushes nothing from under the pointer",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { safety } = office.site.millo();
    const { case: number } = await reported(safety, { reason: "fraud" });
    const page = await office.open("/admin/cases");
    await page.locator(".alerts .banner").waitFor();
    await listening(office);
    const row = page.locator(`[data-row="${number}"]`);
    await row.hover();
    const before = await row.boundingBox();
    await reported(safety, { reason: "danger" });
    await page.locator(".alerts.over", { hasText: "Somebody may be in danger" })
      .waitFor();
    assertEquals(await row.boundingBox(), before);
    assertEquals(await faultsOf(page), []);
    await page.mouse.move(0, 0);
    await page.locator('[data-live="alerts"]', {
      hasText: "Somebody may be in danger",
    }).waitFor();
    assertEquals(await page.locator(".alerts.over .banner").count(), 0);
  },
});

Deno.test({
  name: "a case says where its person is, as that changes",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { safety, store, clock, liveHub } = office.site.millo();
    const { case: number, reported: person } = await reported(safety);
    const page = await office.open(`/admin/cases/${number}`);
    await page.locator("[data-presence]", { hasText: "Not here" }).waitFor();
    await listening(office);
    const now = clock.now();
    const waits = store.write().create(queueEntries, {
      accountId: person,
      instance: liveHub.deps.self,
      ...{ askedAt: now, waitingSince: now, call: null, lastCall: null },
    });
    assert((await waits.commit()).ok);
    await page.locator("[data-presence]", { hasText: "Waiting for a call" })
      .waitFor();
    assertEquals(await page.getByText("This case has changed.").count(), 0);
  },
});

Deno.test({
  name: "whoever works on a case goes on having it, and whoever left does not",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { site } = office;
    const { safety, store } = site.millo();
    const { case: number } = await reported(safety);
    const page = await office.open(`/admin/cases/${number}`);
    await page.clock.install();
    await page.getByRole("button", { name: "Take" }).click();
    await page.getByText("Yours for 5 minutes").waitFor();
    await listening(office);
    const until = async () =>
      (await claimOn(store, number, site.clock.now()))?.until;
    const first = (await until())!;
    const pass = async (minutes: number) => {
      site.clock.ahead += minutes * MINUTE;
      await page.clock.fastForward(minutes * MINUTE);
    };
    await pass(1);
    await page.keyboard.press("Shift");
    await pass(2);
    assertEquals(await until(), first, "too soon, or by nobody");
    const claim = page.locator('[data-live="claim"]');
    await claim.evaluate((place) => place.textContent = "Yours for 2 minutes");
    const kept = page.waitForResponse((response) =>
      new URL(response.url()).pathname.endsWith(number)
    );
    await page.keyboard.press("Shift");
    await kept;
    assert((await until())! >= first + 2 * MINUTE);
    await page.getByText("Yours for 5 minutes").waitFor();
    await pass(6);
    assertEquals(await until(), undefined);
  },
});

Deno.test({
  name: "home counts on under the pointer, and moves nothing there",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { safety } = office.site.millo();
    const first = await reported(safety, { reason: "fraud" });
    const page = await office.open("/admin");
    await listening(office);
    const area = page.locator('tr:has(.title[href="/admin/cases"])');
    const open = (count: number) =>
      area.locator("td.num", { hasText: new RegExp(`^${count}`) }).first();
    const next = area.locator(`a[href="/admin/cases/${first.case}"]`);
    await open(1).waitFor();
    await next.hover();
    const before = await next.boundingBox();
    // Not as urgent: the figure changes, and what is next does not.
    await reported(safety, { reason: "other" });
    await open(2).waitFor();
    assertEquals(await next.boundingBox(), before);
    // More urgent: it would lead elsewhere, and waits for the pointer to go.
    const urgent = await reported(safety, { reason: "nudity" });
    await page.locator(".rail .tally", { hasText: "3" }).waitFor();
    assertEquals(await next.boundingBox(), before);
    await page.mouse.move(0, 0);
    await area.locator(`a[href="/admin/cases/${urgent.case}"]`).waitFor();
  },
});

Deno.test({
  name: "a page left idle says that it hears no more, and leads to signing in",
  ...real,
  async fn() {
    await using office = await openOffice();
    const { site } = office;
    const page = await office.open("/admin/cases");
    await listening(office);
    site.clock.ahead += 31 * MINUTE;
    await page.getByText("This page no longer hears of changes.").waitFor();
    assertEquals(site.millo().changeFeed.size, 0);
    await page.keyboard.press("r");
    await page.waitForURL(/\/staff\?to=%2Fadmin%2Fcases$/);
  },
});
