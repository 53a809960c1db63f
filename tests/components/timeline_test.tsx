import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { Timeline, type TimelineStep } from "../../components/Timeline.tsx";
import { elements, nameOf } from "./html.ts";

const WORDS = { done: "done", now: "now", ahead: "to come" };

const STEPS: TimelineStep[] = [
  { state: "done", title: "Received", detail: <time>21:12</time> },
  { state: "now", title: "With a person" },
  { state: "ahead", title: "Decided" },
];

Deno.test("a timeline is an ordered list, whatever marks it shows", () => {
  const [list] = elements(timeline(), "ol");
  assertEquals(list.attributes.role, "list");
  assertEquals(elements(list.inner, "li").length, STEPS.length);
});

Deno.test("each step says its state in words, not by colour alone", () => {
  assertEquals(elements(timeline(), "li").map(nameOf), [
    "Received (done)21:12",
    "With a person (now)",
    "Decided (to come)",
  ]);
});

Deno.test("the step of now is the current one, and no other", () => {
  assertEquals(
    elements(timeline(), "li").map(({ attributes }) =>
      attributes["aria-current"]
    ),
    [undefined, "step", undefined],
  );
});

Deno.test("where all is done no step is the current one", () => {
  const html = timeline(
    STEPS.map((step): TimelineStep => ({ ...step, state: "done" })),
  );
  assert(!html.includes("aria-current"));
});

Deno.test("a step without detail has no empty line", () => {
  const [received, person] = elements(timeline(), "li");
  assertEquals(elements(received.inner, "p").map(nameOf), ["21:12"]);
  assertEquals(elements(person.inner, "p"), []);
});

function timeline(steps = STEPS): string {
  return renderToString(<Timeline steps={steps} words={WORDS} />);
}
