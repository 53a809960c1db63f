import type { Cancel, Millis } from "../kernel/mod.ts";
import { fetchPage } from "./fresh_page.ts";
import { LivePart } from "./live_part.ts";

/** A case stays with whoever works on it; see lib/safety/claims.ts. */
const KEPT_EVERY: Millis = 120_000;

const TOUCHES = ["keydown", "pointerdown", "input"] as const;
const CLAIM = '[data-live="claim"]';

/**
 * Goes on having the case of a page for whoever works on it: a key, a press or
 * a word, at most every two minutes. Tells when somebody else has it by then.
 * Answers how to end it.
 */
export function keepClaim(page: Document, onLost: () => void): Cancel {
  const claim = page.querySelector<HTMLElement>(CLAIM);
  if (!claim) return () => {};
  const live = new LivePart(claim);
  let keptAt = performance.now();
  const touched = async () => {
    if (performance.now() - keptAt < KEPT_EVERY) return;
    keptAt = performance.now();
    const fresh = await fetchPage(location.href, "person").catch(() => null);
    const now = fresh?.querySelector(CLAIM);
    if (now) live.take(now);
    else if (fresh) onLost();
  };
  const listener = () => void touched();
  for (const touch of TOUCHES) page.addEventListener(touch, listener);
  return () => {
    for (const touch of TOUCHES) page.removeEventListener(touch, listener);
  };
}
