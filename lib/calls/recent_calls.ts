import type { AccountId } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import type { Call } from "./call.ts";
import { calls } from "./records.ts";

/** More than anybody looks through; the newest count. */
const MAX_CALLS = 100;

/** A person's calls that are over, while their records last; newest first. */
export async function recentCalls(
  store: Store,
  accountId: AccountId,
): Promise<Call[]> {
  const options = { of: [accountId], limit: MAX_CALLS, reverse: true };
  const first = await store.list(calls, "byFirst", options);
  const second = await store.list(calls, "bySecond", options);
  return [...first.items, ...second.items]
    .map(({ value }) => value)
    .filter(({ endedAt }) => endedAt !== null)
    .sort((one, other) => other.startedAt - one.startedAt)
    .slice(0, MAX_CALLS);
}
