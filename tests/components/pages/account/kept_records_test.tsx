import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type KeptReason,
  KeptRecords,
} from "../../../../components/pages/account/KeptRecords.tsx";
import { registry } from "../../../../lib/data_map/mod.ts";
import { translator } from "../../../../lib/i18n/mod.ts";
import { routesOf } from "../../../helpers/pages.ts";
import { elements, nameOf } from "../../html.ts";
import { render } from "../../specimens.tsx";

const t = translator();

const COLLECTION = {
  name: "profiles",
  about: "What a person says",
  purpose: "profile",
  basis: "contract",
  records: [] as { roles: string[]; fields: Record<string, unknown> }[],
};

const REASON: KeptReason = {
  keep: { days: 90, from: "seenDay" },
  erasable: false,
};

function kept(
  fields: Record<string, unknown> | null,
  { name = COLLECTION.name, erasable = false } = {},
): string {
  const records = fields === null ? [] : [{ roles: ["member"], fields }];
  return render((t) => (
    <KeptRecords
      t={t}
      collection={{ ...COLLECTION, name, records }}
      reason={{ ...REASON, erasable }}
    />
  ), t);
}

/** How a value is shown, without its markup. */
function shown(value: unknown): string {
  const facts = elements(kept({ value }), "dl").at(-1)!;
  return nameOf(elements(facts.inner, "dd")[0]);
}

Deno.test("a value is shown as what it is, and what is not there as nothing", () => {
  const cases: [unknown, string][] = [
    ["text", "text"],
    [0, "0"],
    [false, "false"],
    [null, "nothing"],
    [undefined, "nothing"],
    ["", "nothing"],
    [[], "[]"],
    [{ a: [1, "b"] }, "{&quot;a&quot;:[1,&quot;b&quot;]}"],
    [new Uint8Array(1), "1 byte"],
    [new Uint8Array(1_024), "1,024 bytes"],
  ];
  for (const [value, text] of cases) assertEquals(shown(value), text);
});

Deno.test("a number as large as a time is said as one, a smaller one is not", () => {
  assertEquals(shown(Date.UTC(2026, 10, 23, 12, 34)), "2026-11-23 12:34 UTC");
  assertEquals(shown(1e12 - 1), "999999999999");
  assertEquals(shown(1e12), "2001-09-09 01:46 UTC");
});

Deno.test("nothing that somebody wrote is markup on the page about their data", () => {
  fc.assert(fc.property(
    fc.string(),
    fc.constantFrom("<script>", "<img src=x onerror=alert(1)>", "</code><b>"),
    (text, evil) => {
      const html = kept({ [`${evil}name`]: `${text}${evil}` });
      assertEquals(elements(html, "script|img|b"), []);
    },
  ));
});

Deno.test("how long and why stand there without unfolding anything", () => {
  const html = kept({ value: 1 });
  const [closed] = html.split("<details>");
  assert(closed.includes("90 days after the last visit"));
  assertEquals(
    elements(closed, "dt").map(nameOf),
    ["Kept for", "Why", "Legal basis"],
  );
});

Deno.test("what can be erased sooner is said to be", () => {
  const period = (erasable: boolean) =>
    elements(kept(null, { erasable }), "strong")[0].inner;
  assertEquals(period(false), "90 days after the last visit");
  assert(period(true).startsWith("90 days after the last visit"));
  assert(period(true).length > period(false).length);
});

Deno.test("a kind of which nothing is kept counts none and unfolds to none", () => {
  const html = kept(null);
  assertEquals(
    elements(html, "h2").map(nameOf).join(),
    "Your name, interests and languages 0",
  );
  assertEquals(elements(html, "dl").length, 1);
});

Deno.test("each way to a kind of data leads to a page that is there", async () => {
  const routes = [...(await routesOf(/\.tsx$/)).values()];
  const ways = registry.flatMap(({ name }) =>
    elements(kept(null, { name }), "a").map(({ attributes }) => attributes.href)
  );
  assert(ways.length >= 10);
  const lost = ways.filter((way) => !routes.some((route) => route.test(way)));
  assertEquals(lost, []);
});

Deno.test("a way is named by what it opens, not by Open alone", () => {
  const [way] = elements(kept(null), "a");
  assertEquals(nameOf(way), "Open: Your name, interests and languages");
});
