import { hasSingleKeys } from "./page_keys.ts";

/** A key of a page, and what it does in the words of the page. */
export interface PageKey {
  printed: string;
  does: string;
}

const PRINTED: Readonly<Record<string, string>> = {
  "Control+Enter": "Ctrl ↵",
  Enter: "↵",
};

/** A key as it is printed beside its button. */
export function printedKey(shortcut: string): string {
  return PRINTED[shortcut] ?? shortcut;
}

/** The keys that a page names in `aria-keyshortcuts`, in the order of the page. */
export function keysOn(page: Document): PageKey[] {
  const keys = new Map<string, PageKey>();
  const acting = hasSingleKeys(page)
    ? "[aria-keyshortcuts]"
    : '[aria-keyshortcuts="Control+Enter"]';
  const named = page.querySelectorAll<HTMLElement>(acting);
  for (const element of named) {
    const shortcut = element.getAttribute("aria-keyshortcuts")!;
    const does = wordsOf(element);
    if (keys.has(shortcut) || does === "" || !isThere(element)) continue;
    keys.set(shortcut, { printed: printedKey(shortcut), does });
  }
  return [...keys.values()];
}

/** What does nothing now is no key of the page. */
function isThere(element: HTMLElement): boolean {
  return element.checkVisibility() && !element.matches(":disabled");
}

/** The words of a button or of a field's label, without the key that stands there. */
function wordsOf(element: HTMLElement): string {
  const { labels } = element as Partial<HTMLInputElement>;
  const spoken = (labels?.[0] ?? element).cloneNode(true) as HTMLElement;
  for (const key of spoken.querySelectorAll("kbd")) key.remove();
  return spoken.textContent.replaceAll(/\s+/g, " ").trim();
}
