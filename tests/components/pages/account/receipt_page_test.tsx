import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ReceiptPage } from "../../../../components/pages/account/ReceiptPage.tsx";
import { translator } from "../../../../lib/i18n/mod.ts";
import type { ReceiptStep, ReceiptView } from "../../../../lib/privacy/mod.ts";
import { RECEIPT } from "../../account_specimens.tsx";
import { elements, nameOf } from "../../html.ts";
import { render } from "../../specimens.tsx";

const t = translator();

function page(receipt: Partial<ReceiptView>): string {
  return render(
    (t) => <ReceiptPage t={t} receipt={{ ...RECEIPT, ...receipt }} />,
    t,
  );
}

/** Names and figures of a list with leaders, the first or the second. */
function figures(html: string, n: number): [string, string][] {
  const list = elements(html, "dl")[n];
  return elements(list.inner, "div").map(({ inner }) => [
    nameOf(elements(inner, "dt")[0]),
    nameOf(elements(inner, "dd")[0]),
  ]);
}

Deno.test("no step claims more than was proven", () => {
  const claims: Record<ReceiptStep, { tone: string; gone: boolean }> = {
    running: { tone: "warn", gone: false },
    records: { tone: "warn", gone: false },
    files: { tone: "ok", gone: true },
    filesLeft: { tone: "bad", gone: false },
    server: { tone: "ok", gone: false },
  };
  for (const [step, { tone, gone }] of Object.entries(claims)) {
    const html = page({ step: step as ReceiptStep });
    const [state] = elements(html, "p").filter(({ attributes }) =>
      attributes.role === "status"
    );
    assertEquals(state.attributes.class, `state ${tone}`, step);
    assertEquals(state.inner.includes("and from the files"), gone, step);
  }
});

Deno.test("the page is not called Erased while something is being erased", () => {
  const titles = (step: ReceiptStep) =>
    nameOf(elements(page({ step }), "h1")[0]);
  assertEquals(titles("running"), "Being erased");
  for (const step of ["records", "files", "filesLeft", "server"] as const) {
    assertEquals(titles(step), "Erased");
  }
});

Deno.test("what was removed stands there by kind, and in sums that are always said", () => {
  const html = page({
    kinds: [
      { collection: "profiles", erased: 1 },
      { collection: "sessions", erased: 3 },
    ],
    ...{ erased: 4, unlinked: 2, kept: 0 },
  });
  assertEquals(figures(html, 0).slice(-3), [
    ["Records erased", "4"],
    ["Records that no longer name you", "2"],
    ["Records kept, because the law requires it", "0"],
  ]);
  assertEquals(figures(html, 0).slice(0, 2).map(([, count]) => count), [
    "1",
    "3",
  ]);
});

Deno.test("the search is shown by its figures once there was one", () => {
  assertEquals(elements(page({ scan: null }), "h2"), []);
  const html = page({});
  assertEquals(figures(html, 1), [
    ["Records searched", "50"],
    ["Files searched", "6"],
    ["Bytes searched", "7000"],
    ["Found, other than what the law makes us keep", "0"],
  ]);
  assertStringIncludes(html, "For 4 words or numbers of yours");
});

Deno.test("a search without the words says what it does not prove", () => {
  const html = page({ scan: { ...RECEIPT.scan!, searchTerms: 0 } });
  assertStringIncludes(html, "only that the files were rewritten");
  assertEquals(html.includes("words or numbers of yours"), false);
});

Deno.test("times are to the second, in UTC, for a script to turn into local ones", () => {
  const startedAt = Date.UTC(2026, 10, 23, 12, 34, 56, 789);
  const times = elements(page({ startedAt, at: startedAt + 1_000 }), "time");
  assertEquals(times.map(({ inner }) => inner), [
    "2026-11-23 12:34:56 UTC",
    "2026-11-23 12:34:57 UTC",
  ]);
  for (const { attributes } of times) {
    assertEquals(attributes["data-local"], "second");
    assert(attributes.datetime.endsWith("Z"));
  }
  assertEquals(elements(page({ startedAt, at: null }), "time").length, 1);
});
