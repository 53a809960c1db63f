import { assert, assertEquals } from "@std/assert";
import { agreedLocaleOf } from "../../lib/consent/mod.ts";
import { acceptances } from "../../lib/consent/records.ts";
import { translator } from "../../lib/i18n/mod.ts";
import { type AccountId, newAccountId, newId } from "../../lib/kernel/mod.ts";
import { Sender } from "../../lib/notices/mod.ts";
import {
  answerAppeal,
  askAppellant,
  claimAppeal,
  fileAppeal,
  tellReporters,
  undoDecision,
} from "../../lib/safety/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  type TestSafety,
} from "../helpers/safety.ts";

/** A person who agreed to our texts in the made-up language. */
async function reader({ store, clock }: TestSafety): Promise<AccountId> {
  const accountId = newAccountId();
  const done = await store.write().add(acceptances, {
    ...{ id: newId(), accountId, document: "rules", version: 1 },
    ...{ textHash: "0".repeat(64), locale: "en-XA", surface: "/consent" },
    ...{ choice: "accepted", at: clock.now() },
  }).commit();
  assert(done.ok);
  return accountId;
}

/** Sends all that waits; answers the subjects in the order of sending. */
async function subjects(deps: TestSafety): Promise<string[]> {
  const sent: string[] = [];
  const sender = new Sender({
    ...{ ...deps, origin: "https://millo.example", onError: () => {} },
    mailer: {
      send: ({ subject }) => {
        sent.push(subject);
        return Promise.resolve({ ok: true });
      },
      takes: () => Promise.resolve(true),
      close: () => {},
    },
    addressOf: () => Promise.resolve("somebody@example.org"),
    localeOf: (accountId) => agreedLocaleOf(deps.store, accountId),
  });
  await sender.run();
  return sent.toSorted();
}

const t = translator("en-XA");

Deno.test("a decision, its end and the reporter's answer are in the language of who reads them", async () => {
  await using deps = await openSafety();
  const [about, by] = [await reader(deps), await reader(deps)];
  const { case: number } = await reported(deps, { reported: about, by });
  const { decision, by: moderator } = await decided(deps, number);
  await tellReporters(deps, decision.id);
  assertEquals(
    await subjects(deps),
    [
      ...[t("notice.decisionMade.title"), t("notice.reportDecided.title")],
    ].toSorted(),
  );
  assert((await undoDecision(deps, moderator, decision.id)).ok);
  assertEquals(await subjects(deps), [t("notice.decisionUndone.title")]);
});

Deno.test("a question about an appeal and its answer are in the appellant's language", async () => {
  await using deps = await openSafety();
  const about = await reader(deps);
  const { case: number } = await reported(deps, { reported: about });
  const { decision } = await decided(deps, number);
  await subjects(deps);
  const filed = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: about, claim: "not_so", words: "It was not like that." },
  });
  assert(filed.ok);
  const { id } = filed.value;
  const other = await actorFor(deps, ["moderator"], "appeal.answer");
  await claimAppeal(deps, other, id);
  assert((await askAppellant(deps, other, id, "Were you alone?")).ok);
  assertEquals(await subjects(deps), [t("notice.appealAsked.title")]);
  deps.clock.pass(8 * 24 * 60 * 60_000);
  await claimAppeal(deps, other, id);
  const answered = await answerAppeal(deps, other, id, {
    ...{ outcome: "upheld", lessenedTo: null },
    ...{ toPerson: "It stands.", toReporter: "It stands." },
  });
  assert(answered.ok, JSON.stringify(answered));
  assertEquals(await subjects(deps), [t("notice.appealDecided.title")]);
});
