import {
  type AccountId,
  type Clock,
  HOUR,
  MINUTE,
  newAccountId,
  newId,
} from "../../../lib/kernel/mod.ts";
import { REASON_IDS, type ReasonId } from "../../../lib/safety/mod.ts";
import type { CaseEvent } from "../../../lib/safety/case_events.ts";
import { append, caseAbout } from "../../../lib/safety/case_store.ts";
import { REASONS } from "../../../lib/safety/reasons.ts";
import { caseLinks, reports } from "../../../lib/safety/records.ts";
import { DRAFT, KV_CLIENT } from "../../../lib/store/inside.ts";
import type { Store, Write } from "../../../lib/store/mod.ts";

const GENERAL = REASON_IDS.filter((id) => REASONS[id].team === "general");
/** Below the 1,000 changes and 800 KiB of one commit. */
const CHANGES_AT_ONCE = 700;

/**
 * Fills a store with open cases, each made by the rules that make any other,
 * and written many in one atomic: without its entry in the log, which no list
 * of cases reads. Some are put off, some wait for a second person.
 */
export async function addCases(
  store: Store,
  clock: Clock,
  count: number,
  reportsEach = 1,
): Promise<string> {
  let last = "";
  let write = store.write();
  for (let n = 0; n < count; n++) {
    last = await addCase(store, write, clock.now(), { n, reportsEach });
    if (write[DRAFT].sets.length < CHANGES_AT_ONCE && n < count - 1) continue;
    const atomic = store[KV_CLIENT].kv.atomic();
    for (const { key, value } of write[DRAFT].sets) atomic.set(key, value);
    await atomic.commit();
    write = store.write();
  }
  return last;
}

async function addCase(
  store: Store,
  write: Write,
  now: number,
  { n, reportsEach }: { n: number; reportsEach: number },
): Promise<string> {
  const reason = GENERAL[n % GENERAL.length];
  const reported = newAccountId();
  const fresh = await caseAbout(store, null, "general", reason, now);
  fresh.value.reported = reported;
  const about = { number: fresh.value.number, reported, reason };
  const filed = Array.from({ length: reportsEach }, (_, m) => {
    const at = now - (n * 37 % 2_000) * MINUTE - m * MINUTE;
    return addReport(write, about, at);
  });
  const after = append(write, fresh, [...filed, ...extra(n, now)], {
    ...{ now, strikes: 0 },
  });
  if (typeof after === "string") throw new Error(`Cannot fill: ${after}`);
  const { number } = about;
  write.add(caseLinks, { reported, team: "general", number, since: now });
  return number;
}

function addReport(
  write: Write,
  about: { number: string; reported: AccountId; reason: ReasonId },
  at: number,
): CaseEvent {
  const id = newId();
  const reporter = newAccountId();
  write.add(reports, {
    ...{ id, case: about.number, call: newId(), reporter, at },
    reported: about.reported,
    reporterMark: reporter,
    reason: about.reason,
    ...{ words: "It went on and on.", callSeconds: 90, clearlyAdult: false },
    ...{ state: "open", decision: null, changedAt: at },
  });
  return {
    ...{ kind: "reported", report: id, reason: about.reason, reporter, at },
    ...{ upheld: 0, barred: false },
  };
}

/** One in twenty is put off, one in fifty waits for somebody else. */
function extra(n: number, now: number): CaseEvent[] {
  const staff = newId();
  if (n % 20 === 3) return [{ kind: "snoozed", staff, until: now + 3 * HOUR }];
  if (n % 50 === 7) return [{ kind: "second_asked", staff }];
  return n % 400 === 11 ? [{ kind: "noted", staff }] : [];
}
