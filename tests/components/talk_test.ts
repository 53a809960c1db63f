import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { clock } from "../../components/talk/clock.ts";
import { translator } from "../../lib/i18n/mod.ts";
import { type Element, elements, nameOf } from "./html.ts";
import { render, TALK } from "./specimens.tsx";

const t = translator();

const LEADS_ON: Record<string, string> = {
  "talk ready, camera on": "Find someone",
  "talk searching": "Stop looking",
  "talk matched": "Next",
  "talk live": "Next",
  "talk ended, they-left": "Next",
  "talk interrupted": "Stop looking",
};

for (const [name, label] of Object.entries(LEADS_ON)) {
  Deno.test(`${name}: the last control is ${label}`, () => {
    const html = render(TALK[name], t);
    const controls = elements(html, "section").find(({ attributes }) =>
      attributes.class === "call-controls"
    );
    assert(controls);
    const last = elements(controls.inner, "a|button").at(-1);
    assert(last);
    assertEquals(last.attributes.id, "next");
    assertEquals(nameOf(last), label);
  });
}

Deno.test("arrivals and departures are said at once, searching politely", () => {
  assertEquals(live("talk matched").alert, "Someone is here");
  assertEquals(live("talk ended, they-left").alert, "They left");
  assertEquals(live("talk searching").status, "Looking for someone");
  assertEquals(live("talk searching").alert, "");
});

Deno.test("a call that turns live is not announced again", () => {
  assertEquals(live("talk live").alert, live("talk matched").alert);
});

Deno.test("the state stands on the frame", () => {
  const [frame] = elements(render(TALK["talk live"], t), "div");
  assertEquals(frame.attributes.id, "talk");
  assertEquals(frame.attributes["data-state"], "live");
});

Deno.test("own pictures are mirrored and silent, theirs is neither", () => {
  const [theirs, own] = elements(render(TALK["talk live"], t), "video");
  assert(!("muted" in theirs.attributes));
  assert(!theirs.attributes.class.includes("mirror"));
  assert("muted" in own.attributes);
  assertStringIncludes(own.attributes.class, "mirror");
});

Deno.test("tools say by name what is so while they are pressed", () => {
  const tools = elements(render(TALK["talk live"], t), "button")
    .filter(({ attributes }) => attributes.class === "tool");
  assertEquals(tools.map(nameOf), ["Mute", "Camera off", "Report"]);
  assertEquals(tools.map(pressed), ["true", "false", undefined]);
});

Deno.test("what the menu of a call names can be pressed, and closes the menu", () => {
  const acts = inMenu("talk live");
  assertEquals(acts.map(nameOf), [
    "Next person",
    "Microphone on or off",
    "Camera on or off",
    "Report this person",
  ]);
  assertEquals(acts.map((act) => act.attributes["aria-keyshortcuts"]), [
    "Escape ArrowRight",
    "M",
    "V",
    "Shift+!",
  ]);
  for (const { attributes } of acts) {
    assertEquals(attributes.popovertarget, "more");
    assertEquals(attributes.popovertargetaction, "hide");
  }
});

for (const name of Object.keys(TALK)) {
  const inCall = ["talk matched", "talk live"].includes(name);
  Deno.test(`${name}: the menu ${inCall ? "acts on the call" : "names no act, for there is no call"}`, () => {
    assertEquals(inMenu(name).length, inCall ? 4 : 0);
  });
}

Deno.test("a camera that is not there is explained with a way on", () => {
  for (const trouble of ["refused", "missing", "busy", "insecure"]) {
    const html = render(TALK[`talk ready, camera ${trouble}`], t);
    assertStringIncludes(html, "Try again");
  }
  const asking = render(TALK["talk ready, camera asking"], t);
  assert(!elements(asking, "button").some((it) => nameOf(it) === "Try again"));
});

Deno.test("a clock counts minutes, and hours when there are any", () => {
  assertEquals(clock(0), "0:00");
  assertEquals(clock(252.9), "4:12");
  assertEquals(clock(3607), "1:00:07");
  assertEquals(clock(-3), "0:00");
});

function inMenu(name: string): Element[] {
  const menu = elements(render(TALK[name], t), "nav").find(({ attributes }) =>
    attributes.id === "more"
  );
  return elements(menu?.inner ?? "", "button");
}

function live(name: string): { status: string; alert: string } {
  const [status, alert] = elements(render(TALK[name], t), "p");
  assertEquals(status.attributes.role, "status");
  assertEquals(alert.attributes.role, "alert");
  return { status: status.inner, alert: alert.inner };
}

function pressed({ attributes }: Element): string {
  return attributes["aria-pressed"];
}
