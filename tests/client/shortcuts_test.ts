import { assertEquals } from "@std/assert";
import { keyAction } from "../../lib/client/shortcuts.ts";
import type { TalkState } from "../../lib/client/states.ts";

type Action = ReturnType<typeof keyAction>;

/** What each key does, state by state; nothing does anything else. */
const TABLE: Record<TalkState, Record<string, Action>> = {
  ready: {},
  searching: { Escape: "stop" },
  matched: callKeys(),
  live: callKeys(),
  ended: { "Escape": "next", "ArrowRight": "next", "!": "report" },
  interrupted: { Escape: "stop" },
};

const KEYS = ["Escape", "ArrowRight", "m", "M", "v", "V", "!"];
const OTHERS = ["ArrowLeft", "Enter", " ", "Tab", "n", "r", "?"];

for (const [state, actions] of Object.entries(TABLE)) {
  Deno.test(`the keys of the page while it is ${state}`, () => {
    for (const key of [...KEYS, ...OTHERS]) {
      assertEquals(
        keyAction(state as TalkState, key),
        actions[key] ?? null,
        key,
      );
    }
  });
}

function callKeys(): Record<string, Action> {
  return {
    Escape: "next",
    ArrowRight: "next",
    m: "mute",
    M: "mute",
    v: "camera",
    V: "camera",
    "!": "report",
  };
}
