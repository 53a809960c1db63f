import type { TalkState } from "./states.ts";
import type { Talk } from "./talk.ts";

type KeyAction = "next" | "stop" | "mute" | "camera" | "report";

/**
 * Keys of the live page. None acts in a text field, with a modifier, or while
 * a menu or dialog is open, so that no key of the browser is taken.
 */
export function listenToKeys(talk: Talk): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (isTaken(event)) return;
    // After a report the page shows no call to act on.
    if (talk.reporting.state.step !== "none") return;
    const action = keyAction(talk.model.state, event.key);
    if (!action) return;
    event.preventDefault();
    perform(talk, action);
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

/** What a key does in a state of the page, or null. */
export function keyAction(state: TalkState, key: string): KeyAction | null {
  const inCall = state === "matched" || state === "live";
  switch (key) {
    case "Escape":
    case "ArrowRight":
      if (inCall || state === "ended") return "next";
      return state === "ready" || key === "ArrowRight" ? null : "stop";
    case "m":
    case "M":
      return inCall ? "mute" : null;
    case "!":
      return inCall || state === "ended" ? "report" : null;
    case "v":
    case "V":
      return inCall ? "camera" : null;
    default:
      return null;
  }
}

function perform(talk: Talk, action: KeyAction): void {
  if (action === "mute") talk.own.toggle("audio");
  else if (action === "camera") talk.own.toggle("video");
  else if (action === "report") talk.report();
  else talk.dispatch({ type: action });
}
