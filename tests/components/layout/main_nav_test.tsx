import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { Frame, type FrameState } from "../../../components/layout/frame.ts";
import { MainNav } from "../../../components/layout/MainNav.tsx";
import { translator } from "../../../lib/i18n/mod.ts";
import { elements, nameOf } from "../html.ts";

const t = translator();

const FRAME: FrameState = {
  path: "/",
  unread: null,
  locale: "en",
  languages: [],
  optedOut: false,
  address: "/",
  returnTo: "/account/return",
};

function nav(frame: Partial<FrameState>): string {
  return renderToString(
    <Frame.Provider value={{ ...FRAME, ...frame }}>
      <MainNav t={t} />
    </Frame.Provider>,
  );
}

function links(frame: Partial<FrameState>) {
  return elements(nav(frame), "a");
}

/** What is marked: the page itself, and the place it lies below. */
function marks(frame: Partial<FrameState>) {
  const found = links(frame);
  const here = found.filter(({ attributes }) => attributes.class === "here");
  const current = found.filter(({ attributes }) =>
    attributes["aria-current"] === "page"
  );
  return [here, current].map((one) =>
    one.map(({ attributes }) => attributes.href)
  );
}

Deno.test("a visitor is offered what a visitor may see, a member what is theirs", () => {
  assertEquals(links({}).map(nameOf), [
    "Safety",
    "House rules",
    "Return to your account",
  ]);
  assertEquals(links({ unread: 0 }).map(nameOf), ["Talk", "Account", "Inbox"]);
});

Deno.test("one place is marked, the nearest", () => {
  const member = (path: string) => marks({ path, unread: 0 });
  assertEquals(member("/talk"), [["/talk"], ["/talk"]]);
  assertEquals(member("/account"), [["/account"], ["/account"]]);
  assertEquals(member("/account/data/erasure"), [["/account"], []]);
  assertEquals(member("/account/inbox"), [
    ["/account/inbox"],
    ["/account/inbox"],
  ]);
  assertEquals(member("/account/inbox/abc"), [["/account/inbox"], []]);
});

Deno.test("a path that only begins alike is another place", () => {
  assertEquals(marks({ path: "/accounts", unread: 0 }), [[], []]);
  assertEquals(marks({ path: "/account/inboxes", unread: 0 }), [
    ["/account"],
    [],
  ]);
  assertEquals(marks({ path: "/rulesets" }), [[], []]);
  assertEquals(marks({ path: "/" }), [[], []]);
});

Deno.test("the way back leads on to where a visitor wanted to go", () => {
  const returnTo = "/account/return?to=%2Ftalk";
  const frame = { returnTo, path: "/account/return" };
  const [, , back] = links(frame);
  assertEquals(back.attributes.href, returnTo);
  assertEquals(back.attributes["aria-current"], "page");
  assertEquals(back.attributes.class, "here");
});

Deno.test("unread messages are counted to nine, in words for who does not see the place", () => {
  const tallies: [number, string][] = [
    [1, "Inbox unread: 1"],
    [9, "Inbox unread: 9"],
    [10, "Inbox unread: 9+"],
    [250, "Inbox unread: 9+"],
  ];
  for (const [unread, name] of tallies) {
    const inbox = links({ unread }).at(-1)!;
    assertEquals(nameOf(inbox).replaceAll(/\s+/g, " "), name);
  }
});

Deno.test("without a message there is no count, neither in the menu nor on its button", () => {
  for (const unread of [null, 0]) {
    assertEquals(nav({ unread }).includes("tally"), false);
  }
  const [button] = elements(nav({ unread: 1 }), "button");
  assertStringIncludes(button.inner, "tally dot");
  // The dot is for the eye: the list behind the button says it in words.
  assertEquals(nameOf(button).trim(), "Menu");
});

Deno.test("the button opens the list that it names", () => {
  const html = nav({});
  const [button] = elements(html, "button");
  const [list] = elements(html, "nav");
  assertEquals(button.attributes.popovertarget, list.attributes.id);
  assertEquals(list.attributes.popover, "auto");
  assertEquals(list.attributes["aria-label"], "Main");
});
