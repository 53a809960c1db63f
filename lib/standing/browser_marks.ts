import { type AccountId, dayOf, type Millis } from "../kernel/mod.ts";
import { type Store, subjectHashOf, type Write } from "../store/mod.ts";
import { browserMarks } from "./records.ts";

/** More than anybody uses, or shares; the newest count. */
const MAX_BROWSERS = 20;
const MAX_PEOPLE = 50;

/** Who was let in where, and when. */
export interface MarkedVisit {
  accountId: AccountId;
  /** See KeyedDigests. */
  mark: string;
  now: Millis;
}

/** Notes in a write that an account is used in a browser; once a day. */
export async function noteMark(
  store: Store,
  write: Write,
  { accountId, mark, now }: MarkedVisit,
): Promise<void> {
  const found = await store.get(browserMarks, [mark, accountId]);
  const seenDay = dayOf(now);
  if (found?.value.seenDay === seenDay) return;
  write.put(found, browserMarks, { mark, accountId, seenDay });
}

/** The browsers that an account was used in, the newest first. */
export async function marksOf(
  store: Store,
  accountId: AccountId,
): Promise<string[]> {
  const { items } = await store.list(browserMarks, "byAccount", {
    of: [accountId],
    limit: MAX_BROWSERS,
    reverse: true,
  });
  return items.map(({ value }) => value.mark);
}

/**
 * Other accounts that were used in the same browsers, as the hashes that stand
 * for them; sorted, so that they tell nothing of who came first.
 */
export async function siblingsOf(
  store: Store,
  accountId: AccountId,
): Promise<string[]> {
  const siblings = new Set<string>();
  for (const mark of await marksOf(store, accountId)) {
    const { items } = await store.list(browserMarks, "byMark", {
      of: [mark],
      limit: MAX_PEOPLE,
      reverse: true,
    });
    for (const { value } of items) {
      if (value.accountId === accountId) continue;
      siblings.add(subjectHashOf(value.accountId));
    }
  }
  return [...siblings].sort();
}
