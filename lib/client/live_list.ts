import { isMoved, type ListChange, listChange } from "./list_change.ts";

/** What of a list's change stands in it now. */
export interface Settled {
  /** What would disturb somebody; null for nothing. */
  waiting: ListChange | null;
  /** How many rows have come. */
  added: number;
}

/**
 * A list whose rows follow the server's. Cells change where they stand; rows
 * come, go and move only while nobody has the pointer or the focus in the list,
 * has ticked a row, or has scrolled past its beginning.
 */
export class LiveList {
  #fresh: Element | null = null;

  /** `list` holds a table of rows, or the words for none. */
  constructor(readonly list: Element) {}

  /** Takes the list as the server has it now. */
  take(fresh: Element): Settled {
    this.#updateCells(fresh);
    this.#fresh = fresh;
    return this.settle();
  }

  /** Shows what waits, where that disturbs nobody. */
  settle(): Settled {
    const waiting = this.#waiting();
    if (waiting === null) return { waiting, added: 0 };
    if (!this.#isFree()) return { waiting, added: 0 };
    this.show();
    return { waiting: null, added: waiting.added.length };
  }

  /** Shows it whoever looks. The focus, ticks and what stays are kept. */
  show(): void {
    const fresh = this.#fresh;
    if (!fresh) return;
    this.#fresh = null;
    const known = rowsOf(this.list);
    const focused = this.list.contains(document.activeElement)
      ? document.activeElement as HTMLElement
      : null;
    const rows = [...rowsOf(fresh)].map(([key, row]) =>
      known.get(key) ?? marked(document.importNode(row, true))
    );
    const body = this.list.querySelector("tbody");
    if (body && rows.length > 0) placeRows(body, rows);
    else this.list.replaceChildren(...copies(fresh));
    keepFocus(this.list, focused);
  }

  #waiting(): ListChange | null {
    if (!this.#fresh) return null;
    const change = listChange(keysOf(this.list), keysOf(this.#fresh));
    for (const [key, row] of rowsOf(this.list)) {
      row.toggleAttribute("data-gone", change.gone.includes(key));
    }
    return isMoved(change) ? change : null;
  }

  #isFree(): boolean {
    return !this.list.matches(":hover") &&
      !this.list.contains(document.activeElement) &&
      this.list.querySelector("input:checked") === null &&
      this.list.getBoundingClientRect().top >= 0;
  }

  #updateCells(fresh: Element): void {
    const now = rowsOf(fresh);
    for (const [key, row] of rowsOf(this.list)) {
      const cells = now.get(key)?.children;
      if (cells?.length === row.children.length) updateRow(row, cells);
    }
  }
}

function updateRow(row: Element, fresh: HTMLCollection): void {
  for (const [n, cell] of [...row.children].entries()) {
    const isOwn = cell.querySelector("input, select, button") !== null ||
      cell.contains(document.activeElement);
    if (!isOwn && cell.innerHTML !== fresh[n].innerHTML) {
      cell.replaceChildren(...copies(fresh[n]));
    }
  }
}

function rowsOf(list: Element): Map<string, HTMLElement> {
  return new Map(
    [...list.querySelectorAll<HTMLElement>("[data-row]")]
      .map((row) => [row.dataset.row!, row]),
  );
}

function keysOf(list: Element): string[] {
  return [...rowsOf(list).keys()];
}

/** Rows that stay are moved, not made anew: what is in them keeps its focus. */
function placeRows(body: Element, rows: readonly HTMLElement[]): void {
  const stay = new Set<Element>(rows);
  for (const row of [...body.children]) if (!stay.has(row)) row.remove();
  for (const [n, row] of rows.entries()) {
    const there = body.children[n] ?? null;
    if (there !== row) body.insertBefore(row, there);
  }
}

/** Whoever stood in a row that moved stands there still, or at the beginning. */
function keepFocus(list: Element, focused: HTMLElement | null): void {
  if (!focused || document.activeElement === focused) return;
  const next = focused.isConnected
    ? focused
    : list.querySelector<HTMLElement>(".title");
  next?.focus({ preventScroll: true });
}

function marked(row: HTMLElement): HTMLElement {
  row.toggleAttribute("data-new", true);
  return row;
}

function copies(of: Element): Node[] {
  return [...of.childNodes].map((node) => document.importNode(node, true));
}
