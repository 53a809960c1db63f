import { assert, assertEquals } from "@std/assert";
import { makeCheckpoint, SigningKeys, verifyLog } from "../../lib/audit/mod.ts";
import { Lines } from "../audit/helpers/log.ts";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import {
  addCaseNote,
  fileAppeal,
  REASON_IDS,
  REASONS,
} from "../../lib/safety/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";

const PEOPLE = 100;

const GENERAL = REASON_IDS.filter((code) => REASONS[code].team === "general");

interface Person {
  accountId: AccountId;
  /** What only they, or somebody about them, ever wrote. */
  words: Record<"report" | "facts" | "reason" | "note" | "appeal", string>;
}

function person(n: number): Person {
  const own = (what: string) => `${what}-by-person-${n}-${"q".repeat(9)}`;
  return {
    accountId: newAccountId(),
    words: {
      report: own("reported"),
      facts: own("found"),
      reason: own("weighed"),
      note: own("noted"),
      appeal: own("appealed"),
    },
  };
}

/** All that may happen to somebody, with words wherever words may stand. */
async function live(
  safety: TestSafety,
  { accountId, words }: Person,
  reporter: Person,
  n: number,
): Promise<void> {
  const filed = await reported(safety, {
    by: reporter.accountId,
    reported: accountId,
    words: words.report,
    reason: GENERAL[n % GENERAL.length],
  });
  const moderator = await actorFor(
    safety,
    ["moderator"],
    "case.decide",
  );
  const { decision } = await decided(
    safety,
    filed.case,
    { facts: words.facts, reason: words.reason },
    moderator,
  );
  const noted = await addCaseNote(
    safety,
    sameActor(safety, moderator, "case.claim"),
    { number: filed.case, text: words.note, aboutPerson: true },
  );
  assert(noted.ok);
  const appealed = await fileAppeal(safety, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: accountId, claim: "not_so", words: words.appeal },
  });
  assert(appealed.ok);
}

Deno.test("E02: nothing of a hundred people is in the log, and it is whole once they are erased", async () => {
  await using safety = await openSafety();
  const { store, clock } = safety;
  const people = Array.from({ length: PEOPLE }, (_, n) => person(n));
  for (const [n, one] of people.entries()) {
    await live(safety, one, people[(n + 1) % PEOPLE], n);
  }
  const checkpointLog = new Lines();
  const signingKeys = await SigningKeys.open({
    configured: [],
    dataFolder: null,
  });
  const made = await makeCheckpoint({
    ...{ store, clock, signingKeys, checkpointLog },
  });
  assert(made!.size > 5 * PEOPLE);
  const terms = people.flatMap(({ accountId, words }) => [
    accountId,
    ...Object.values(words),
  ]);
  const dataMap = createDataMap({ store, clock, dataFolder: null });
  const { hits } = await dataMap.scan(terms);
  const places = new Set(hits.map(({ where }) => where));
  // The search does find what is there.
  for (const place of ["reports", "decisions", "case_notes", "appeals"]) {
    assert(places.has(place), place);
  }
  const seen = new Set(hits.map(({ searchTerm }) => searchTerm));
  assertEquals(seen.size, terms.length);
  // Words beside an entry lie apart, under the person, and go with them.
  assertEquals(auditPlacesIn(hits), ["audit_notes"]);
  assert(!terms.some((term) => checkpointLog.text.includes(term)));
  for (const { accountId } of people) await dataMap.erase(accountId);
  assertEquals(auditPlacesIn((await dataMap.scan(terms)).hits), []);
  const now = clock.now();
  const outside = await checkpointLog.read();
  const found = await verifyLog({ store, signingKeys, outside, now });
  assertEquals([found.size, found.fault], [made!.size, null]);
});

function auditPlacesIn(hits: readonly { where: string }[]): string[] {
  const places = new Set(hits.map(({ where }) => where));
  return [...places].filter((place) => place.startsWith("audit"));
}
