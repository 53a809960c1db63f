import { assertEquals } from "@std/assert";
import { HistoryPage } from "../../../../components/pages/account/HistoryPage.tsx";
import type {
  BlockView,
  CallHistoryView,
  CallView,
  RecentCallView,
} from "../../../../lib/app/mod.ts";
import { translator } from "../../../../lib/i18n/mod.ts";
import { elements, nameOf } from "../../html.ts";
import { render } from "../../specimens.tsx";

const t = translator();
const AT = Date.UTC(2026, 10, 23, 23);
const CALL = "c".repeat(26);

const RECENT: RecentCallView = {
  call: CALL,
  block: "none",
  report: null,
  textUntil: null,
};

function page(
  history: Partial<CallHistoryView>,
  more: { refused?: { id: string; nickname: string }; error?: string } = {},
): string {
  const { refused, error } = more;
  return render((t) => (
    <HistoryPage
      t={t}
      locale="en"
      history={{ calls: [], visits: [], blocks: [], ...history }}
      refused={refused}
      errors={{ nickname: error }}
    />
  ), t);
}

/** The one call of a history, as its list has it. */
function item(call: Partial<CallView>): string {
  const whole = { at: AT, seconds: 5, recent: null, ending: "you" as const };
  const html = page({ calls: [{ ...whole, ...call }] });
  const list = elements(html, "ul").find(({ attributes }) =>
    attributes.class === "ledger calls"
  );
  return elements(list!.inner, "li")[0].inner;
}

function blocksIn(
  blocks: BlockView[],
  more: Parameters<typeof page>[1] = {},
): string {
  const html = page({ blocks }, more);
  const list = elements(html, "ul").find(({ attributes }) =>
    attributes.class === "ledger blocked"
  );
  return list!.inner;
}

/** What can be done about a recent call: links and forms by their targets. */
function acts(recent: Partial<RecentCallView>): string[] {
  const html = item({ recent: { ...RECENT, ...recent } });
  return elements(html, "a|form").map(({ attributes }) =>
    attributes.href ?? attributes.action
  );
}

Deno.test("a call has its length in words, and how it ended", () => {
  const said = (seconds: number, ending: CallView["ending"] = "you") =>
    elements(item({ seconds, ending }), "p")
      .find(({ attributes }) => attributes.class === "quiet small")!.inner;
  assertEquals(said(0), "0 seconds, you left");
  assertEquals(said(59, "they"), "59 seconds, they left");
  assertEquals(said(61), "1 minute 1 second, you left");
  assertEquals(
    said(3_725, "interrupted"),
    "1 hour 2 minutes, the connection was lost",
  );
  assertEquals(said(3_599), "59 minutes 59 seconds, you left");
  assertEquals(said(3_600), "1 hour 0 minutes, you left");
});

Deno.test("a call whose record has ended offers nothing to do", () => {
  assertEquals(elements(item({ recent: null }), "a|form|button"), []);
});

Deno.test("a recent call can be reported and blocked, each by its own name", () => {
  assertEquals(acts({}), [
    `/talk/calls/${CALL}/report`,
    `/account/history/${CALL}/block`,
  ]);
  const html = item({ recent: RECENT });
  // Two lists of Report, Report, Report would say nothing when heard alone.
  assertEquals(
    elements(html, "a|button").map((one) => nameOf(one).trim()),
    [
      "Report, 23 November 2026, 23:00 UTC",
      "Block, 23 November 2026, 23:00 UTC",
    ],
  );
});

Deno.test("nobody is blocked twice, and who is gone cannot be blocked at all", () => {
  for (const block of ["blocked", "reported", "erased"] as const) {
    assertEquals(acts({ block }), [`/talk/calls/${CALL}/report`], block);
  }
  assertEquals(
    item({ recent: { ...RECENT, block: "erased" } })
      .includes(t("account.blocks.erased")),
    true,
  );
});

Deno.test("a report is read or added to; one that was taken back can be made anew", () => {
  const links = (state: NonNullable<RecentCallView["report"]>["state"]) => {
    const html = item({ recent: { ...RECENT, report: { id: "r", state } } });
    const [link] = elements(html, "a");
    return [link.attributes.href, nameOf(link).split(",")[0].trim()];
  };
  assertEquals(links("received"), ["/account/reports/r", "Add to it"]);
  assertEquals(links("looked_at"), ["/account/reports/r", "Add to it"]);
  assertEquals(links("decided"), ["/account/reports/r", "Read the answer"]);
  assertEquals(links("withdrawn"), [`/talk/calls/${CALL}/report`, "Report"]);
});

Deno.test("the text is said to be kept for as long as it is", () => {
  const told = t("account.history.text");
  assertEquals(item({ recent: RECENT }).includes(told), false);
  const html = item({ recent: { ...RECENT, textUntil: AT + 900_000 } });
  assertEquals(html.includes(told), true);
  assertEquals(html.includes("23:15 UTC"), true);
});

Deno.test("a block by one's own hand can be lifted, one by a report cannot", () => {
  const block = { id: "b", at: AT, byReport: false, nickname: null };
  const forms = (byReport: boolean) =>
    elements(blocksIn([{ ...block, byReport }]), "form")
      .map(({ attributes }) => attributes.action);
  assertEquals(forms(false), [
    "/account/blocks/b/removal",
    "/account/blocks/b/nickname",
  ]);
  assertEquals(forms(true), ["/account/blocks/b/nickname"]);
});

Deno.test("a nickname that was not taken comes back to its own block, and to no other", () => {
  const blocks = ["one", "two"].map((id) => ({
    ...{ id, at: AT, byReport: false, nickname: `nick ${id}` },
  }));
  const html = blocksIn(blocks, {
    refused: { id: "two", nickname: "typed" },
    error: "Too long",
  });
  const fields = elements(html, "input").map(({ attributes }) => [
    attributes.value,
    attributes["aria-invalid"],
    attributes["aria-describedby"],
  ]);
  assertEquals(fields, [
    ["nick one", undefined, undefined],
    ["typed", "true", "nickname-two-error"],
  ]);
  assertEquals(html.split("Too long").length, 2);
});

Deno.test("a history says for each part when there is nothing in it", () => {
  const html = page({});
  for (
    const key of [
      "account.history.noCalls",
      "account.history.none",
      "account.blocks.none",
    ] as const
  ) {
    assertEquals(html.includes(t(key)), true, key);
  }
});

Deno.test("times are in UTC until a script knows the zone", () => {
  const html = page({ visits: [{ hour: AT }] });
  const [time] = elements(html, "time");
  assertEquals(time.attributes.datetime, "2026-11-23T23:00:00.000Z");
  assertEquals(time.attributes["data-local"], "minute");
  assertEquals(time.inner, "23 November 2026, 23:00 UTC");
});
