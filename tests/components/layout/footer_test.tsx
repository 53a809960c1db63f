import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { Footer } from "../../../components/layout/Footer.tsx";
import { Frame, type FrameState } from "../../../components/layout/frame.ts";
import { currentDocument } from "../../../lib/consent/mod.ts";
import { translator } from "../../../lib/i18n/mod.ts";
import { elements, nameOf } from "../html.ts";

const t = translator();

const FRAME: FrameState = {
  path: "/rules",
  unread: null,
  locale: "en",
  languages: [{ tag: "en", name: "English" }, { tag: "xx", name: "Xish" }],
  optedOut: false,
  address: "/rules?since=1",
  returnTo: "/account/return",
};

function footer(frame: Partial<FrameState> = {}): string {
  return renderToString(
    <Frame.Provider value={{ ...FRAME, ...frame }}>
      <Footer t={t} />
    </Frame.Provider>,
  );
}

function hrefs(frame: Partial<FrameState> = {}): string[] {
  return elements(footer(frame), "a").map(({ attributes }) => attributes.href);
}

Deno.test("the footer names the version of the policy that is in force", () => {
  const [policy] = elements(footer(), "a");
  const { version } = currentDocument("privacy");
  assertEquals(nameOf(policy), `Privacy policy, version ${version}`);
  assertEquals(policy.attributes.href, "/policies/privacy");
});

/** California's law asks for this link, by this name, on every page. */
Deno.test("everybody finds the link against selling their data, by the law's own words", () => {
  for (const unread of [null, 0, 3]) {
    const link = elements(footer({ unread }), "a").find(({ attributes }) =>
      attributes.href === "/privacy-choices#sale"
    );
    assertEquals(
      link && nameOf(link),
      "Do Not Sell or Share My Personal Information",
    );
  }
});

Deno.test("the way back is for whoever is not in", () => {
  const returnTo = "/account/return?to=%2Ftalk";
  assert(hrefs({ returnTo }).includes(returnTo));
  for (const unread of [0, 5]) {
    const found = hrefs({ returnTo, unread });
    assertEquals(found.filter((to) => to.includes("/account")), []);
  }
});

Deno.test("an opt-out is confirmed on every page, and nothing is said without one", () => {
  const honoured = t("choice.sale.honoured");
  assert(footer({ optedOut: true }).includes(honoured));
  assertEquals(footer().includes(honoured), false);
});

Deno.test("the switch of languages comes back to this very page", () => {
  const [form] = elements(footer(), "form");
  assertEquals(
    [form.attributes.method, form.attributes.action],
    ["post", "/language"],
  );
  const [back] = elements(form.inner, "input");
  assertEquals(
    [back.attributes.name, back.attributes.value],
    ["back", "/rules?since=1"],
  );
  const chosen = elements(form.inner, "option").map(({ attributes }) => [
    attributes.value,
    "selected" in attributes,
  ]);
  assertEquals(chosen, [["en", true], ["xx", false]]);
});

Deno.test("a page that is there in one language offers no switch", () => {
  const [english] = FRAME.languages;
  for (const languages of [[], [english]]) {
    assertEquals(elements(footer({ languages }), "form"), []);
  }
});

Deno.test("an address with quotes in it stays within its field", () => {
  const address = '/rules?a="><script>alert(1)</script>';
  const html = footer({ address });
  assertEquals(elements(html, "script"), []);
  assert(html.includes("&lt;script"));
});
