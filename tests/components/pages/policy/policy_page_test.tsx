import { assert, assertEquals } from "@std/assert";
import {
  PolicyPage,
  type PolicyPageProps,
} from "../../../../components/pages/PolicyPage.tsx";
import type { ChangedSection } from "../../../../lib/consent/mod.ts";
import { translator } from "../../../../lib/i18n/mod.ts";
import { elements, nameOf } from "../../html.ts";
import { DOCUMENT, render } from "../../specimens.tsx";

const t = translator();

const VERSIONS = [
  { version: 7, since: "23 November 2026", current: true },
  { version: 6, since: "1 May 2026", current: false },
  { version: 5, since: "1 May 2025", current: false },
];

const SECTIONS: ChangedSection[] = [
  {
    id: "short",
    title: [],
    changed: true,
    lines: [[{ text: "five", change: "added" }]],
  },
  {
    id: "kept",
    title: [{ text: "Kept", change: "same" }],
    changed: false,
    lines: [[{ text: "as it was", change: "same" }]],
  },
  {
    id: "renamed",
    title: [
      { text: "Old name", change: "removed" },
      { text: "New name", change: "added" },
    ],
    changed: true,
    lines: [],
  },
  {
    id: "gone",
    title: [{ text: "Gone", change: "removed" }],
    changed: true,
    lines: [[{ text: "went", change: "removed" }]],
  },
];

function page(given: Partial<PolicyPageProps> = {}): string {
  return render(
    (t) => <PolicyPage t={t} locale="en" document={DOCUMENT} {...given} />,
    t,
  );
}

/** The list of contents beside the text, by names and targets. */
function contents(html: string): [string, string][] {
  const [toc] = elements(html, "nav").filter(({ attributes }) =>
    attributes.class === "toc"
  );
  const [list] = elements(toc.inner, "ul");
  return elements(list.inner, "a").map((link) => [
    nameOf(link),
    link.attributes.href,
  ]);
}

Deno.test("a text begins with its five lines, and its contents with them", () => {
  const html = page();
  assertEquals(contents(html), [
    [t("policy.short"), "#short"],
    ["[section]", "#first"],
  ]);
  const [article] = elements(html, "article");
  assertEquals(
    elements(article.inner, "h2").map(({ attributes }) => attributes.id),
    ["short", "first"],
  );
});

Deno.test("the five lines of the rules are numbered, those of the policy are not", () => {
  const lists = (slug: "rules" | "privacy") => {
    const html = page({ document: { ...DOCUMENT, slug } });
    const [article] = elements(html, "article");
    return elements(article.inner, "ol").length;
  };
  assertEquals([lists("rules"), lists("privacy")], [1, 0]);
});

Deno.test("the text in force is said to be, and an older one to be old", () => {
  const said = (given: Partial<PolicyPageProps>) =>
    elements(page(given), "p").find(({ attributes }) =>
      attributes.class === "kicker"
    )!.inner;
  const facts = { version: 7, date: "23 November 2026" };
  assertEquals(said({}), t("policy.inForce", facts));
  assertEquals(said({ versions: VERSIONS }), t("policy.inForce", facts));
  const older = { ...DOCUMENT, version: 6 };
  assertEquals(
    said({ document: older, versions: VERSIONS }),
    t("policy.old", { ...facts, version: 6 }),
  );
});

Deno.test("a text with one version offers no comparison", () => {
  const forms = (versions: PolicyPageProps["versions"]) =>
    elements(page({ versions }), "form").filter(({ attributes }) =>
      attributes.class === "actions versions"
    ).length;
  assertEquals(forms([]), 0);
  assertEquals(forms([VERSIONS[0]]), 0);
  assertEquals(forms(VERSIONS), 1);
});

Deno.test("a version is compared with any other, and not with itself", () => {
  const since = { version: 5, sections: [] };
  const html = page({ versions: VERSIONS, since });
  const [form] = elements(html, "form").filter(({ attributes }) =>
    attributes.class === "actions versions"
  );
  assertEquals(
    [form.attributes.method, form.attributes.action],
    ["get", "/policies/rules/7"],
  );
  const options = elements(form.inner, "option").map(({ attributes }) => [
    attributes.value,
    "selected" in attributes,
  ]);
  assertEquals(options, [["", false], ["6", false], ["5", true]]);
  const links = elements(html, "a").map(({ attributes }) => attributes.href)
    .filter((href) => /^\/policies\/rules\/\d$/.test(href));
  assertEquals(links, ["/policies/rules/6", "/policies/rules/5"]);
});

Deno.test("a comparison marks what came and what went, and lists what changed alone", () => {
  const html = page({ since: { version: 6, sections: SECTIONS } });
  assertEquals(contents(html), [
    [t("policy.short"), "#change-short"],
    ["New name", "#change-renamed"],
    ["Gone", "#change-gone"],
  ]);
  const marks = (name: string) =>
    elements(html, name).map(({ inner }) => inner).slice(1);
  // The first of each explains the marks.
  assertEquals(marks("ins"), ["five", "New name"]);
  assertEquals(marks("del"), ["Old name", "Gone", "went"]);
  assertEquals(elements(html, "article"), []);
});

Deno.test("every entry of the contents leads to a place on the page", () => {
  for (const since of [null, { version: 6, sections: SECTIONS }]) {
    const html = page({ since });
    const ids = elements(html).map(({ attributes }) => attributes.id);
    for (const [name, href] of contents(html)) {
      assert(ids.includes(href.slice(1)), `${name}: ${href}`);
    }
  }
});

Deno.test("words of the text are marked as English, whatever the page is read in", () => {
  const [heading] = elements(page(), "h1");
  assertEquals(heading.attributes.lang, "en");
  const html = page({ since: { version: 6, sections: SECTIONS } });
  const lines = elements(html, "p").filter(({ inner }) =>
    /^<(ins|del)[^>]*>(five|went)</.test(inner)
  );
  assertEquals(lines.map(({ attributes }) => attributes.lang), ["en", "en"]);
});
