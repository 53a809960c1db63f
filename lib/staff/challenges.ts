import type { Millis } from "../kernel/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import { staffChallenges } from "./records.ts";

export type StaffChallenge = ValueOf<typeof staffChallenges>;

/** Keeps a question until its answer comes, or five minutes. */
export async function askStaffChallenge(
  store: Store,
  asked: { challenge: string; use: string; place: string | null; at: Millis },
): Promise<void> {
  await store.write().add(staffChallenges, asked)
    .commitOrLeave("nothing is in the way of a random key");
}

/** What was asked for this use, once; null for what was not. */
export async function takeStaffChallenge(
  store: Store,
  challenge: string,
  use: string,
): Promise<StaffChallenge | null> {
  const asked = await store.get(staffChallenges, [challenge]);
  if (asked?.value.use !== use) return null;
  return (await store.write().remove(asked).commit()).ok ? asked.value : null;
}
