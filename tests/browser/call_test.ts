import { assert, assertEquals, assertLess } from "@std/assert";
import type { Page } from "playwright-core";
import { callUsage, visitUsage } from "../../lib/usage/records.ts";
import { calls } from "../../lib/calls/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { DESKTOP, Member, PHONE } from "../helpers/member.ts";
import { eventually } from "../helpers/processes.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

function callTest(name: string, run: (site: Site) => Promise<void>): void {
  Deno.test({
    name,
    ...real,
    async fn() {
      await using site = await openSite();
      await run(site);
    },
  });
}

async function come(site: Site, viewport = DESKTOP): Promise<Member> {
  const browser = await chromiumForTests();
  return await (await Member.open(browser, site.base, viewport)).comeIn();
}

/** Two in a call who see each other. */
async function meet(ada: Member, ben: Member): Promise<void> {
  await ada.press("Find someone");
  await ada.until("searching");
  await ben.press("Find someone");
  await Promise.all([ada.until("live"), ben.until("live")]);
}

for (const [name, viewport] of Object.entries({ PHONE, DESKTOP })) {
  callTest(
    `two strangers see, hear and write to each other (${name})`,
    async (site) => {
      await using ada = await come(site, viewport);
      await using ben = await come(site, viewport);
      await meet(ada, ben);
      for (const one of [ada, ben]) {
        await eventually(async () => await one.frames() > 10, "frames arrive");
        const before = await one.frames();
        assert(await one.movement() > 0, "their picture moves");
        assert(await one.frames() > before, "more frames were decoded");
        assert(await one.loudness() > 0.001, "their voice is heard");
        assertEquals(await one.overflow(), 0);
      }
      await ada.say("where are you writing from?");
      await ben.read("where are you writing from?");
      await ben.say("a night train");
      await ada.read("a night train");
      for (const one of [ada, ben]) {
        assertEquals(one.foreign, []);
        assertEquals(one.complaints, []);
      }
    },
  );
}

callTest(
  "a line of 500 flags arrives, and one more is said to be too long",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site, PHONE);
    await meet(ada, ben);
    const flags = "🏴󠁧󠁢󠁷󠁬󠁳󠁿".repeat(500);
    const field = ada.page.getByLabel("Message", { exact: true });
    await field.fill(flags);
    await ada.page.getByText("0 characters left").waitFor();
    await ada.say(flags);
    await ben.read(flags);
    await ada.read(flags);
    await ada.say(`${flags}!`);
    await ada.page.getByText("1 character too long").waitFor();
    assertEquals(await field.inputValue(), `${flags}!`, "it was not sent");
    assertEquals(await ada.overflow(), 0);
    await ada.say("short");
    await ben.read("short");
    assertEquals(await ben.page.getByRole("log").getByText(/./).count(), 4);
  },
);

callTest("Next leaves one and meets a third", async (site) => {
  await using ada = await come(site);
  await using ben = await come(site);
  await using cleo = await come(site, PHONE);
  await meet(ada, ben);
  await cleo.press("Find someone");
  await cleo.until("searching");
  await ada.press("Next");
  await Promise.all([ada.until("live"), cleo.until("live")]);
  await ben.until("ended");
  await ben.page.getByRole("heading", { name: "They left" }).waitFor();
  await eventually(async () => await cleo.frames() > 5, "cleo sees ada");
  await ada.say("new here?");
  await cleo.read("new here?");
  await ben.press("Next");
  await ben.until("searching");
});

callTest(
  "a browser that closes is told to the other within a second",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await meet(ada, ben);
    const start = performance.now();
    await ada.context.close();
    await ben.until("ended");
    assertLess(performance.now() - start, 1000);
    await ben.page.getByRole("heading", { name: "They left" }).waitFor();
  },
);

callTest(
  "Stop looking goes back to where one was, and matches nobody",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await ada.press("Find someone");
    await ada.until("searching");
    await ada.pressUntil("Stop looking", "ready");
    await ben.press("Find someone");
    await ben.until("searching");
    assertEquals(await site.millo().store.list(calls, "open", { limit: 1 }), {
      items: [],
      cursor: null,
    });
    assertEquals(await ada.state(), "ready");
  },
);

callTest("a second press in the same place means the first", async (site) => {
  await using ada = await come(site);
  await ada.page.locator("#next").dblclick();
  await ada.until("searching");
  await ada.pressUntil("Stop looking", "ready");
  await ada.page.keyboard.press("Escape");
  assertEquals(await ada.state(), "ready");
});

callTest("what is written while the other arrives is read", async (site) => {
  await using ada = await come(site);
  await using ben = await come(site);
  await ada.press("Find someone");
  await ada.until("searching");
  await ben.press("Find someone");
  await ada.until("matched", "live");
  await ada.say("already here");
  await ben.until("matched", "live");
  await ben.read("already here");
  await ada.read("already here");
});

callTest(
  "Escape is Next in a call, and nothing in the text field",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await meet(ada, ben);
    await ada.page.getByLabel("Message", { exact: true }).focus();
    await ada.page.keyboard.press("Escape");
    await ada.page.keyboard.press("m");
    assertEquals(await ada.state(), "live");
    await ada.page.locator("h1").focus();
    await ada.page.keyboard.press("m");
    assertEquals(
      await ada.page.getByRole("button", { name: "Mute" })
        .getAttribute("aria-pressed"),
      "true",
    );
    await ada.page.keyboard.press("Escape");
    await ada.until("searching");
    await ben.until("ended");
  },
);

callTest(
  "the menu of a call acts on it, and closes with the press",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await meet(ada, ben);
    const { page } = ada;
    await pressInMenu(page, "Microphone on or off");
    await page.getByRole("button", { name: "Mute", pressed: true }).waitFor();
    await pressInMenu(page, "Camera on or off");
    await page.getByRole("button", { name: "Camera off", pressed: true })
      .waitFor();
    await pressInMenu(page, "Next person");
    await ada.until("searching");
    await ben.until("ended");
  },
);

async function pressInMenu(page: Page, name: string): Promise<void> {
  const menu = page.locator("#more");
  await page.getByRole("button", { name: "More" }).click();
  await menu.getByRole("button", { name }).click();
  await menu.waitFor({ state: "hidden" });
}

callTest(
  "a second window of the same person takes over from the first",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await meet(ada, ben);
    const second = await ada.context.newPage();
    await second.goto(`${site.base}/talk`);
    await ada.until("ended");
    await ada.page.getByRole("heading", { name: "another window" }).waitFor();
    await ben.until("ended");
  },
);

callTest(
  "without a camera one is told why, and can still write",
  async (site) => {
    const browser = await chromiumForTests();
    await using ada = await Member.open(browser, site.base);
    await ada.page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await ada.comeIn();
    await ada.page.getByRole("button", { name: "Try again" }).waitFor();
    await using ben = await come(site);
    await meet(ada, ben);
    await ada.say("no camera here");
    await ben.read("no camera here");
    await eventually(async () => await ada.frames() > 5, "ada sees ben");
  },
);

callTest("usage is recorded, and gone after its time", async (site) => {
  await using ada = await come(site);
  await using ben = await come(site);
  await meet(ada, ben);
  await ada.press("Next");
  await ben.until("ended");
  const { store, jobs } = site.millo();
  const kept = await store.all(callUsage, { limit: 9 });
  assertEquals(kept.items.length, 2);
  assertEquals(
    kept.items.map(({ value }) => value.ending).sort(),
    ["they", "you"],
  );
  assertEquals((await store.all(visitUsage, { limit: 9 })).items.length, 2);
  site.clock.ahead = 91 * DAY;
  assertEquals((await store.all(callUsage, { limit: 9 })).items, []);
  await jobs.run("sweep");
  site.clock.ahead = 0;
  assertEquals((await store.all(callUsage, { limit: 9 })).items, []);
  assertEquals((await store.all(visitUsage, { limit: 9 })).items, []);
});

callTest(
  "LiveKit dying interrupts calls and searches until it is back",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await using cleo = await come(site);
    await meet(ada, ben);
    await cleo.press("Find someone");
    await cleo.until("searching");
    Deno.kill(site.livekit.pid()!, "SIGKILL");
    await Promise.all([ada, ben, cleo].map((one) => one.until("interrupted")));
    await Promise.all([ada.until("ended"), ben.until("ended")]);
    await cleo.until("searching");
    await ada.press("Next");
    await Promise.all([ada.until("live"), cleo.until("live")]);
  },
);

callTest(
  "a server that restarts is found again without a reload",
  async (site) => {
    await using ada = await come(site);
    await using ben = await come(site);
    await using cleo = await come(site);
    await meet(ada, ben);
    await cleo.press("Find someone");
    await cleo.until("searching");
    await site.restart(async () => {
      await Promise.all(
        [ada, ben, cleo].map((one) => one.until("interrupted")),
      );
    });
    await Promise.all([ada.until("ended"), ben.until("ended")]);
    await cleo.until("searching");
    await ben.press("Next");
    await Promise.all([ben.until("live"), cleo.until("live")]);
  },
);
