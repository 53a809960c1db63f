import { assertEquals, assertStringIncludes } from "@std/assert";
import { AccountArea } from "../../components/pages/account/AccountArea.tsx";
import { CodeShownPage } from "../../components/pages/account/CodeShownPage.tsx";
import { LanguagesField } from "../../components/pages/account/LanguagesField.tsx";
import { SessionsPage } from "../../components/pages/account/SessionsPage.tsx";
import { LANGUAGES } from "../../lib/accounts/mod.ts";
import { translator } from "../../lib/i18n/mod.ts";
import { elements, nameOf } from "./html.ts";
import { render } from "./specimens.tsx";

const t = translator();
const CODE = "1YCXB-8Z4AR-Z07XA-HKW51-9B5G1-98MFE";
const NO_KEYS = { codeDay: null, passkeys: [] };
const DAY = Date.UTC(2026, 10, 23);

Deno.test("no group of a recovery code is broken, and all of it can be taken at once", () => {
  const html = render((t) => <CodeShownPage t={t} code={CODE} />, t);
  const [shown] = elements(html, "p").filter(({ attributes }) =>
    attributes.id === "recovery-code"
  );
  const groups = elements(shown.inner, "span").map(({ inner }) => inner);
  assertEquals(groups.length, 6);
  assertEquals(groups.join(""), CODE);
});

Deno.test("a recovery code has no button that would do nothing without a script", () => {
  const html = render((t) => <CodeShownPage t={t} code={CODE} />, t);
  const [main] = elements(html, "main");
  assertEquals(elements(main.inner, "button"), []);
});

Deno.test("used languages are ticked boxes in their own names, the others a list", () => {
  const html = render(
    (t) => <LanguagesField t={t} languages={LANGUAGES} spoken={["pt", "ar"]} />,
    t,
  );
  assertEquals(
    elements(html, "bdi").map(({ attributes, inner }) => [
      attributes.lang,
      inner,
    ]),
    [["ar", "العربية"], ["pt", "Português"]],
  );
  const offered = elements(html, "option").map(({ attributes }) =>
    attributes.value
  );
  assertEquals(offered.length, LANGUAGES.length - 2 + 1);
  assertEquals(offered.includes("pt"), false);
  assertEquals(html.includes('role="status"'), false);
});

Deno.test("an added language is said not to be saved yet", () => {
  const html = render(
    (t) => <LanguagesField t={t} languages={LANGUAGES} spoken={["pt"]} added />,
    t,
  );
  assertStringIncludes(html, "not saved yet");
  const [select] = elements(html, "select");
  assertEquals("autofocus" in select.attributes, true);
});

Deno.test("every page of the account leads to the others", () => {
  const html = render(
    (t) => <AccountArea t={t} title="Title">Text</AccountArea>,
    t,
  );
  const tabs = elements(html, "nav").find(({ attributes }) =>
    attributes.class === "tabs"
  )!;
  assertEquals(
    elements(tabs.inner, "a").map((
      link,
    ) => [link.attributes.href, nameOf(link)]),
    [
      ["/account", "About you"],
      ["/account/data", "What we keep"],
      ["/account/sessions", "Browsers"],
      ["/account/keys", "Ways back in"],
      ["/account/history", "Calls and blocks"],
    ],
  );
});

Deno.test("who has no way back is warned beside the browsers", () => {
  const page = (codeDay: number | null) =>
    render((t) => (
      <SessionsPage
        t={t}
        locale="en"
        sessions={[]}
        keys={{ ...NO_KEYS, codeDay }}
      />
    ), t);
  assertStringIncludes(page(null), "Save a way back first");
  assertEquals(page(DAY).includes("Save a way back first"), false);
  assertStringIncludes(page(DAY), "Made on 23 November 2026");
});
