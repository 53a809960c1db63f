import { assertEquals } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import { newAccountId, newId } from "../../lib/kernel/mod.ts";
import { type Notice, viewOf } from "../../lib/notices/mod.ts";

const t = translator("en");

function notice(changes: Partial<Notice> = {}): Notice {
  const at = Date.UTC(2026, 10, 23, 23, 59);
  return {
    ...{ id: newId(), accountId: newAccountId(), template: "mailFailed" },
    ...{ values: {}, at, unreadSince: at },
    ...changes,
  };
}

Deno.test("a message is shown in the reader's words, with its day and whether it was opened", () => {
  const given = notice();
  const view = viewOf(given, t);
  assertEquals([view.id, view.title, view.day, view.unread], [
    ...[given.id, t("notice.mailFailed.title"), "2026-11-23", true],
  ]);
  assertEquals(viewOf(notice({ unreadSince: null }), t).unread, false);
});

Deno.test("whose account it is does not come along", () => {
  assertEquals("accountId" in viewOf(notice(), t), false);
});

Deno.test("a message leads where it says, and one that leads nowhere has no link", () => {
  const decision = viewOf(
    notice({ template: "decisionUndone", values: { decision: "d1" } }),
    t,
  );
  assertEquals(decision.link, {
    to: "/account/standing?decision=d1",
    label: t("notice.decisionUndone.link"),
  });
  const confirmed = viewOf(notice({ template: "addressConfirmed" }), t);
  assertEquals(confirmed.link, null);
});

Deno.test("what somebody wrote is paragraphs, without empty ones", () => {
  const values = {
    number: "7K3F-Q2ZD",
    answer: "One.\n\n \n\nTwo.\nStill two.",
  };
  const { text } = viewOf(notice({ template: "supportAnswered", values }), t);
  assertEquals(text.slice(-2), ["One.", "Two.\nStill two."]);
});
