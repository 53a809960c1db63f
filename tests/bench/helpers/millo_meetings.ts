import type { Browser, Page } from "playwright-core";
import { pause } from "./figures.ts";
import { installPageClock, type Moments } from "./page_clock.ts";
import type { Product } from "./product.ts";

const PEOPLE = 3;
/** The one who was left asks again, and the call settles. */
const REST_MS = 600;

/**
 * Three people in Millo's own page: two talk, the third waits. Whoever presses
 * Next always finds somebody whom they did not just leave.
 */
export async function meetInMillo(
  browser: Browser,
  { origin, cookies }: Product,
  rounds: number,
): Promise<Moments[]> {
  const pages = await Promise.all(
    cookies.slice(0, PEOPLE).map((cookie) => open(browser, origin, cookie)),
  );
  const [presser, ...others] = pages;
  await press(others[0]);
  await pause(REST_MS);
  await press(presser);
  await momentsOf(presser);
  await press(others[1]);
  const meetings: Moments[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause(REST_MS);
    await press(presser);
    meetings.push(await momentsOf(presser));
    // They take turns in being left.
    const left = others[round % others.length];
    await left.locator(".waiting").waitFor();
    await press(left);
  }
  await Promise.all(pages.map((page) => page.context().close()));
  return meetings;
}

async function open(
  browser: Browser,
  origin: string,
  cookie: string,
): Promise<Page> {
  const context = await browser.newContext();
  const [name, value] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  await context.addInitScript(installPageClock);
  const page = await context.newPage();
  await page.goto(`${origin}/talk`);
  await page.locator("#next:enabled").waitFor();
  return page;
}

async function press(page: Page): Promise<void> {
  await page.locator("#next").click();
}

function momentsOf(page: Page): Promise<Moments> {
  return page.evaluate(() => globalThis.window.pageClock.meeting());
}
