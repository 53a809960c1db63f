import type { AccountId, Millis } from "../kernel/mod.ts";
import { accountSince, hasInProfile } from "../accounts/mod.ts";
import { siblingsOf } from "../standing/mod.ts";
import { type Store, subjectHashOf } from "../store/mod.ts";
import { reports } from "./records.ts";

const MAX_COUNTED = 500;

/** The name by which the staff speak of a person, such as `p_7Q4KM2`. */
export function personName(accountId: AccountId): string {
  return nameOf(subjectHashOf(accountId));
}

function nameOf(subjectHash: string): string {
  return `p_${subjectHash.slice(0, 6).toUpperCase()}`;
}

export interface PersonFacts {
  /** The day on which the account began; null once it is gone. */
  sinceDay: Millis | null;
  /** Reports about the person, and how many were right. */
  against: { all: number; upheld: number };
  made: { all: number; upheld: number };
  /** Names of other accounts that were used in the same browsers. */
  siblings: string[];
  /** Whether the account has a name or a picture; which ones is not shown. */
  profile: { name: boolean; picture: boolean };
}

/** What is known of a person whom a case is about. */
export async function factsOf(
  store: Store,
  accountId: AccountId | null,
): Promise<PersonFacts> {
  const none = { all: 0, upheld: 0 };
  if (accountId === null) {
    const profile = { name: false, picture: false };
    return { sinceDay: null, against: none, made: none, siblings: [], profile };
  }
  return {
    sinceDay: await accountSince(store, accountId),
    against: await tally(store, "byReported", accountId),
    made: await tally(store, "byReporter", accountId),
    siblings: (await siblingsOf(store, accountId)).map(nameOf),
    profile: await hasInProfile(store, accountId),
  };
}

async function tally(
  store: Store,
  by: "byReported" | "byReporter",
  accountId: AccountId,
): Promise<{ all: number; upheld: number }> {
  const { items } = await store.list(reports, by, {
    of: [accountId],
    limit: MAX_COUNTED,
  });
  const states = items.map(({ value }) => value.state)
    .filter((state) => state !== "withdrawn");
  const upheld = states.filter((state) => state === "upheld").length;
  return { all: states.length, upheld };
}
