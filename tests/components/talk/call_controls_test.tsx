import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import {
  Next,
  type NextProps,
  Tool,
  type ToolProps,
} from "../../../components/talk/CallControls.tsx";
import { elements, nameOf } from "../html.ts";

const noop = () => {};

function next(props: Partial<NextProps>) {
  const html = renderToString(
    <Next text="Next" tone="accent" onPress={noop} {...props} />,
  );
  const [button] = elements(html, "button");
  return { ...button, keys: elements(html, "kbd").map(({ inner }) => inner) };
}

function tool(props: Partial<ToolProps>) {
  const html = renderToString(
    <Tool
      label="Mute"
      text="Mute"
      icon="mic"
      shortcut="mute"
      pressed={false}
      onPress={noop}
      {...props}
    />,
  );
  return elements(html, "button")[0];
}

Deno.test("Next is one button in all its tones, and looks like what it does", () => {
  const looks = (["accent", "go", "plain"] as const).map((tone) => {
    const { attributes } = next({ tone });
    assertEquals([attributes.id, attributes.type], ["next", "button"]);
    return attributes.class;
  });
  assertEquals(looks, ["btn go accent next", "btn go next", "btn next"]);
});

Deno.test("a key is printed only where it is the key of this button", () => {
  const named = (tone: NextProps["tone"]) => {
    const { attributes, keys } = next({ tone });
    return [keys, attributes["aria-keyshortcuts"] ?? ""];
  };
  assertEquals(named("go"), [["Esc"], "Escape ArrowRight"]);
  assertEquals(named("plain"), [["Esc"], "Escape"]);
  // On the page that is ready no key finds somebody.
  assertEquals(named("accent"), [[], ""]);
});

Deno.test("a button that cannot be pressed yet keeps its place and its words", () => {
  const { attributes, inner } = next({ disabled: true });
  assert("disabled" in attributes);
  assert(inner.includes("Next"));
  assertEquals("disabled" in next({}).attributes, false);
});

Deno.test("the way back has no arrow that points on", () => {
  const arrows = (tone: NextProps["tone"]) =>
    elements(next({ tone }).inner, "svg").length;
  assertEquals([arrows("accent"), arrows("go"), arrows("plain")], [1, 1, 0]);
});

Deno.test("a tool says whether it is pressed, in both states", () => {
  assertEquals(tool({}).attributes["aria-pressed"], "false");
  assertEquals(tool({ pressed: true }).attributes["aria-pressed"], "true");
});

Deno.test("a tool is called by its label; word and key are for the eye", () => {
  const button = tool({ label: "Camera off", text: "Off", shortcut: "camera" });
  assertEquals(nameOf(button), "Camera off");
  assertEquals(button.attributes["aria-keyshortcuts"], "V");
  assertEquals(elements(button.inner, "kbd").map(({ inner }) => inner), ["V"]);
});
