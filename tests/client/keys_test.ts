import { assertEquals } from "@std/assert";
import type { Talk } from "../../lib/client/mod.ts";
import { listenToKeys } from "../../lib/client/shortcuts.ts";
import type { TalkState } from "../../lib/client/states.ts";
import { withGlobals } from "../helpers/globals.ts";

/** An element as far as keys are concerned: what it lies within. */
class Element {
  constructor(readonly within: readonly string[] = []) {}

  closest(selectors: string): Element | null {
    const listed = selectors.split(", ");
    return this.within.some((one) => listed.includes(one)) ? this : null;
  }
}

type Listener = (event: unknown) => void;

interface Pressed {
  done: string[];
  prevented: boolean;
}

/** A page in some state that notes what its keys do. */
function openPage(
  state: TalkState,
  { open = false, reported = "none" }: { open?: boolean; reported?: string } =
    {},
) {
  const listeners = new Set<Listener>();
  const done: string[] = [];
  const globals = withGlobals({
    Element,
    document: {
      addEventListener: (_: string, listener: Listener) =>
        listeners.add(listener),
      removeEventListener: (_: string, listener: Listener) =>
        listeners.delete(listener),
      querySelector: (selectors: string) =>
        open && selectors === "dialog[open], :popover-open" ? {} : null,
    },
  });
  const talk = {
    model: { state },
    reporting: { state: { step: reported } },
    own: { toggle: (kind: string) => done.push(`toggle ${kind}`) },
    report: () => done.push("report"),
    dispatch: ({ type }: { type: string }) => done.push(type),
  };
  const stop = listenToKeys(talk as unknown as Talk);
  const press = (key: string, given: Record<string, unknown> = {}): Pressed => {
    done.length = 0;
    let prevented = false;
    const event = {
      ...{ key, target: new Element(), defaultPrevented: false },
      ...{ repeat: false, ctrlKey: false, metaKey: false, altKey: false },
      preventDefault: () => prevented = true,
      ...given,
    };
    for (const listener of [...listeners]) listener(event);
    return { done: [...done], prevented };
  };
  return {
    ...{ press, stop, listeners },
    [Symbol.dispose]() {
      stop();
      globals[Symbol.dispose]();
    },
  };
}

const NOTHING: Pressed = { done: [], prevented: false };

Deno.test("a key of the page does its one thing, and the browser's not as well", () => {
  using page = openPage("live");
  const does = {
    "Escape": "next",
    "ArrowRight": "next",
    "m": "toggle audio",
    "V": "toggle video",
    "!": "report",
  };
  for (const [key, act] of Object.entries(does)) {
    assertEquals(page.press(key), { done: [act], prevented: true }, key);
  }
});

Deno.test("a key that means nothing here is left to the browser", () => {
  using page = openPage("ready");
  for (const key of ["Escape", "ArrowRight", "m", "!", "Tab", "F5"]) {
    assertEquals(page.press(key), NOTHING, key);
  }
});

Deno.test("nobody hangs up by writing: keys in a field are letters", () => {
  using page = openPage("live");
  for (const field of ["input", "textarea", "select", "[contenteditable]"]) {
    const target = new Element([field]);
    for (const key of ["m", "v", "!", "Escape", "ArrowRight"]) {
      assertEquals(page.press(key, { target }), NOTHING, `${key} in ${field}`);
    }
  }
  const button = new Element(["button"]);
  assertEquals(page.press("m", { target: button }).done, ["toggle audio"]);
});

Deno.test("a key that did not come from an element acts all the same", () => {
  using page = openPage("live");
  assertEquals(page.press("m", { target: null }).done, ["toggle audio"]);
});

Deno.test("shortcuts of the browser and of the system are not taken", () => {
  using page = openPage("live");
  for (const modifier of ["ctrlKey", "metaKey", "altKey"]) {
    assertEquals(page.press("m", { [modifier]: true }), NOTHING, modifier);
    assertEquals(page.press("ArrowRight", { [modifier]: true }), NOTHING);
  }
  // An exclamation mark is typed with it.
  assertEquals(page.press("!", { shiftKey: true }).done, ["report"]);
});

Deno.test("a key that is held down acts once", () => {
  using page = openPage("live");
  assertEquals(page.press("ArrowRight").done, ["next"]);
  assertEquals(page.press("ArrowRight", { repeat: true }), NOTHING);
});

Deno.test("what another listener took is taken", () => {
  using page = openPage("live");
  assertEquals(page.press("Escape", { defaultPrevented: true }), NOTHING);
});

Deno.test("while a menu or a dialog is open, Escape closes that and no call", () => {
  using page = openPage("live", { open: true });
  for (const key of ["Escape", "ArrowRight", "m", "!"]) {
    assertEquals(page.press(key), NOTHING, key);
  }
});

Deno.test("after a report no key acts on a call that the page does not show", () => {
  for (const reported of ["asked", "sending", "sent", "late", "withdrawn"]) {
    using page = openPage("ended", { reported });
    for (const key of ["Escape", "ArrowRight", "!"]) {
      assertEquals(page.press(key), NOTHING, `${key}, ${reported}`);
    }
  }
});

Deno.test("a page that is gone listens to no key", () => {
  using page = openPage("live");
  page.stop();
  assertEquals(page.listeners.size, 0);
  assertEquals(page.press("m"), NOTHING);
});
