import type { Millis } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { staffChallenges } from "./records.ts";

/** Keeps a question until its answer comes, or five minutes. */
export async function askStaffChallenge(
  store: Store,
  challenge: string,
  use: string,
  at: Millis,
): Promise<void> {
  await store.write().add(staffChallenges, { challenge, use, at })
    .commitOrLeave("nothing is in the way of a random key");
}

/** True once for each question that was asked for this use. */
export async function takeStaffChallenge(
  store: Store,
  challenge: string,
  use: string,
): Promise<boolean> {
  const asked = await store.get(staffChallenges, [challenge]);
  if (asked?.value.use !== use) return false;
  return (await store.write().remove(asked).commit()).ok;
}
