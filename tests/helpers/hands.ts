import type { Page } from "playwright-core";

/** How somebody works a page. Places are named by selectors. */
export interface Hands {
  /** A button or a link; `key` is its key, where it has one. */
  press(page: Page, place: string, key?: string): Promise<void>;
  /** A checkbox, or one of several choices. */
  check(page: Page, place: string, key?: string): Promise<void>;
  fill(page: Page, place: string, text: string): Promise<void>;
  /** One of a list, by its value. */
  choose(page: Page, place: string, value: string): Promise<void>;
}

export const MOUSE: Hands = {
  press: (page, place) => page.locator(place).first().click(),
  check: (page, place) => page.locator(place).first().check(),
  fill: (page, place, text) => page.locator(place).fill(text),
  async choose(page, place, value) {
    await page.locator(place).selectOption(value);
  },
};

/** Somebody without a mouse: keys of the page, Tab, arrows, Enter and Space. */
export const KEYS: Hands = {
  async press(page, place, key) {
    await page.locator(place).first().waitFor();
    if (key) return await keyed(page, key);
    await tabTo(page, place);
    await page.keyboard.press("Enter");
  },
  async check(page, place, key) {
    const field = page.locator(place).first();
    await field.waitFor();
    if (key) await keyed(page, key);
    else await walkTo(page, place);
    if (!await field.isChecked()) await page.keyboard.press("Space");
    if (!await field.isChecked()) throw new Error(`${place} is not checked`);
  },
  async fill(page, place, text) {
    await tabTo(page, place);
    await page.keyboard.type(text);
  },
  async choose(page, place, value) {
    const option = page.locator(`${place} option[value="${value}"]`);
    const name = await option.textContent();
    await tabTo(page, place);
    await page.keyboard.type(name!.trim().slice(0, 20));
  },
};

const MAX_STOPS = 120;

async function keyed(page: Page, key: string): Promise<void> {
  // Inside a field for words a letter is a letter.
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
  await page.keyboard.press(key);
}

/** Presses Tab until the focus is there, and fails where it never is. */
async function tabTo(page: Page, place: string): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await page.locator(`${place}:focus`).count() > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${place} is not reached by Tab on ${page.url()}`);
}

/** Of several choices, Tab reaches one, and arrows the others. */
async function walkTo(page: Page, place: string): Promise<void> {
  const group = await page.locator(place).first().evaluate((field) => {
    const { type, name } = field as HTMLInputElement;
    return type === "radio" ? name : null;
  });
  if (group === null) return await tabTo(page, place);
  await tabTo(page, `input[name="${group}"]`);
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await page.locator(`${place}:focus`).count() > 0) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${place} is not reached by arrows on ${page.url()}`);
}
