/** What of a key press matters here; a KeyboardEvent has it. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Where the focus was: in a field for words, on another control, on none. */
export type Focus = "words" | "control" | "none";

/**
 * A key press as `aria-keyshortcuts` writes it, or null where it belongs to
 * the browser or to the field: letters are words inside a field, and Enter is
 * the control's own. Whoever turned single keys off has Ctrl and Enter alone.
 */
export function shortcutOf(
  press: KeyPress,
  focus: Focus,
  singleKeys = true,
): string | null {
  if (press.repeat || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    return press.key === "Enter" ? "Control+Enter" : null;
  }
  if (focus === "words" || !singleKeys) return null;
  if (press.key === "Enter") return focus === "none" ? "Enter" : null;
  return press.key.length === 1 ? press.key.toUpperCase() : null;
}

/**
 * Makes the keys work that a page names in `aria-keyshortcuts`: a field gets
 * the focus, anything else is pressed. J and K go down and up a list.
 */
export function listenToPageKeys(page: Document): () => void {
  const onKey = (event: KeyboardEvent) => {
    // What lies over the page takes the keys itself.
    if (event.defaultPrevented || page.querySelector("dialog[open]")) return;
    const focus = focusIn(event.target);
    const shortcut = shortcutOf(event, focus, hasSingleKeys(page));
    if (shortcut && perform(page, shortcut)) event.preventDefault();
  };
  page.addEventListener("keydown", onKey);
  return () => page.removeEventListener("keydown", onKey);
}

/** Whether keys without Ctrl act on this page, as its reader wants it. */
export function hasSingleKeys(page: ParentNode): boolean {
  return page.querySelector('[data-single-keys="off"]') === null;
}

const FIELDS =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

function focusIn(target: EventTarget | null): Focus {
  if (!(target instanceof Element) || target === document.body) return "none";
  return target.matches(FIELDS) ? "words" : "control";
}

function perform(page: Document, shortcut: string): boolean {
  if (shortcut === "J" || shortcut === "K") {
    return step(page, shortcut === "J" ? 1 : -1);
  }
  const named = `[aria-keyshortcuts="${CSS.escape(shortcut)}"]`;
  const found = page.querySelector<HTMLElement>(named);
  if (!found || found.matches(":disabled")) return false;
  if (found.matches(FIELDS)) found.focus();
  else found.click();
  return true;
}

/** Moves the focus along a list; false at its ends, and where there is none. */
function step(page: Document, by: 1 | -1): boolean {
  const rows = [...page.querySelectorAll<HTMLElement>(".rows .title")];
  const at = rows.indexOf(page.activeElement as HTMLElement);
  const next = at === -1 ? rows[0] : rows[at + by];
  next?.focus();
  return next !== undefined;
}
