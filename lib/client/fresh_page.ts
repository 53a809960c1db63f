import type { Millis } from "../kernel/mod.ts";

const TIMEOUT: Millis = 10_000;

/**
 * Who asks: the page by itself, which keeps neither a session nor a case, or
 * somebody who works on it. See lib/http/press.ts.
 */
export type Asker = "page" | "person";

/** A page as the server renders it now; null where it refuses. */
export async function fetchPage(
  address: string,
  asker: Asker,
): Promise<Document | null> {
  const accept = { accept: "text/html" };
  const response = await fetch(address, {
    headers: asker === "page" ? { ...accept, "x-refresh": "1" } : accept,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Puts the counts of what waits into the rail. */
export function swapTallies(page: Document, fresh: Document): void {
  for (const link of page.querySelectorAll(".rail li a")) {
    const path = CSS.escape(link.getAttribute("href") ?? "");
    const tally = fresh.querySelector(`.rail li a[href="${path}"] .tally`);
    link.querySelector(".tally")?.remove();
    if (tally) link.append(page.importNode(tally, true));
  }
}

/** The parts of a page that follow the server's, by name, each with its own. */
export function* partsOf(
  page: Document,
  fresh: Document,
): Generator<{ name: string; part: HTMLElement; now: Element }> {
  for (const part of page.querySelectorAll<HTMLElement>("[data-live]")) {
    const name = part.dataset.live!;
    const now = fresh.querySelector(`[data-live="${CSS.escape(name)}"]`);
    if (now) yield { name, part, now };
  }
}
