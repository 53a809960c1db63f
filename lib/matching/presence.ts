import type { AccountId } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { queueEntries } from "./records.ts";

/** Where somebody is; "away" also with the live page open and no wish. */
export const PRESENCES = ["in_call", "waiting", "away"] as const;
export type Presence = typeof PRESENCES[number];

/** Whether each of these people is in a call, waits for one, or neither. */
export async function presencesOf(
  store: Store,
  people: readonly AccountId[],
): Promise<Presence[]> {
  const found = await store.getMany(
    queueEntries,
    people.map((accountId) => [accountId] as const),
  );
  return found.map((entry) => {
    if (entry === null) return "away";
    return entry.value.call === null ? "waiting" : "in_call";
  });
}
