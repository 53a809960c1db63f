import type { Talk } from "./talk.ts";

/**
 * Keys of the live page. None acts in a text field, with a modifier, or while
 * a menu or dialog is open, so that no key of the browser is taken.
 */
export function listenToKeys(talk: Talk): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (isTaken(event)) return;
    const act = actFor(talk, event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector("dialog[open], :popover-open")) return true;
  return event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable]") !== null;
}

function actFor(talk: Talk, key: string): (() => void) | null {
  const { state } = talk.model;
  const inCall = state === "matched" || state === "live";
  const press = (type: "next" | "stop") => () => talk.dispatch({ type });
  switch (key) {
    case "Escape":
    case "ArrowRight":
      if (inCall || state === "ended") return press("next");
      return state === "ready" || key === "ArrowRight" ? null : press("stop");
    case "m":
    case "M":
      return inCall ? () => talk.own.toggle("audio") : null;
    case "v":
    case "V":
      return inCall ? () => talk.own.toggle("video") : null;
    default:
      return null;
  }
}
