import type { Millis } from "../kernel/mod.ts";
import type { Member } from "../accounts/mod.ts";
import type { Store } from "../store/mod.ts";
import type { Ending } from "./actions.ts";
import { callUsage, visitUsage } from "./records.ts";

export interface UsedCall {
  hour: Millis;
  seconds: number;
  ending: Ending;
}

/** What a person sees of their own use: time and length, nothing of others. */
export interface HistoryView {
  calls: UsedCall[];
  visits: { hour: Millis }[];
}

const PAGE_SIZE = 100;

/** Whether a person has had the live page open, as far as it is still kept. */
export async function hasVisited(
  store: Store,
  { accountId }: Member,
): Promise<boolean> {
  const { items } = await store.list(visitUsage, "byAccount", {
    of: [accountId],
    limit: 1,
  });
  return items.length > 0;
}

/** The newest calls and visits of a person. */
export async function historyOf(
  store: Store,
  { accountId }: Member,
): Promise<HistoryView> {
  const options = { of: [accountId], limit: PAGE_SIZE, reverse: true };
  const calls = await store.list(callUsage, "byAccount", options);
  const visits = await store.list(visitUsage, "byAccount", options);
  return {
    calls: calls.items.map(({ value: { hour, seconds, ending } }) => ({
      hour,
      seconds,
      ending,
    })),
    visits: visits.items.map(({ value: { hour } }) => ({ hour })),
  };
}
