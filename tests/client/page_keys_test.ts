import { assertEquals } from "@std/assert";
import {
  type Focus,
  type KeyPress,
  shortcutOf,
} from "../../lib/client/page_keys.ts";

/** What each press is, by where the focus was. */
const TABLE: readonly [Partial<KeyPress>, Record<Focus, string | null>][] = [
  [{ key: "t" }, { words: null, control: "T", none: "T" }],
  [{ key: "T" }, { words: null, control: "T", none: "T" }],
  [{ key: "4" }, { words: null, control: "4", none: "4" }],
  [{ key: "Enter" }, { words: null, control: null, none: "Enter" }],
  [{ key: "Tab" }, { words: null, control: null, none: null }],
  [{ key: "t", altKey: true }, { words: null, control: null, none: null }],
  [{ key: "t", ctrlKey: true }, { words: null, control: null, none: null }],
  [{ key: "t", metaKey: true }, { words: null, control: null, none: null }],
  [{ key: "t", repeat: true }, { words: null, control: null, none: null }],
  [
    { key: "Enter", ctrlKey: true },
    { words: "Control+Enter", control: "Control+Enter", none: "Control+Enter" },
  ],
  [
    { key: "Enter", metaKey: true },
    { words: "Control+Enter", control: "Control+Enter", none: "Control+Enter" },
  ],
];

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

for (const [press, expected] of TABLE) {
  Deno.test(`${JSON.stringify(press)} is a key of the page where it is nobody else's`, () => {
    for (const [focus, shortcut] of Object.entries(expected)) {
      assertEquals(
        shortcutOf({ key: "", ...PLAIN, ...press }, focus as Focus),
        shortcut,
        focus,
      );
    }
  });
}

Deno.test("with single keys off, Ctrl and Enter alone do anything, wherever the focus is", () => {
  for (const [press, expected] of TABLE) {
    for (const focus of Object.keys(expected) as Focus[]) {
      const shortcut = shortcutOf(
        { key: "", ...PLAIN, ...press },
        focus,
        false,
      );
      const always = expected[focus] === "Control+Enter";
      assertEquals(shortcut, always ? "Control+Enter" : null);
    }
  }
});
