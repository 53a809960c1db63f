import {
  type AccountId,
  hourOf,
  type Millis,
  newId,
  SECOND,
} from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { callUsage, type ENDINGS, visitUsage } from "./records.ts";

export type Ending = typeof ENDINGS[number];

/** Adds the record of one person's call to the write that ends it. */
export function addCallUsage(
  write: Write,
  call: {
    accountId: AccountId;
    startedAt: Millis;
    endedAt: Millis;
    ending: Ending;
  },
): void {
  write.add(callUsage, {
    id: newId(),
    accountId: call.accountId,
    hour: hourOf(call.startedAt),
    seconds: Math.max(0, Math.round((call.endedAt - call.startedAt) / SECOND)),
    ending: call.ending,
  });
}

/** Notes that the live page was opened; a second time in an hour is the same. */
export async function noteVisit(
  store: Store,
  accountId: AccountId,
  now: Millis,
): Promise<void> {
  const hour = hourOf(now);
  if (await store.get(visitUsage, [accountId, hour])) return;
  await store.write().create(visitUsage, { accountId, hour })
    .commitOrLeave("a second tab noted the same hour, or the person is erased");
}
