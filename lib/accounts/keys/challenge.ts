import type { AccountId, Millis } from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import { challenges } from "./records.ts";

type Use = "add" | "return";

/** Keeps a question until its answer comes, or five minutes. */
export async function askChallenge(
  store: Store,
  challenge: string,
  use: Use,
  accountId: AccountId | null,
  at: Millis,
): Promise<void> {
  await store.write().add(challenges, { challenge, use, accountId, at })
    .commitOrLeave("only an erasure refuses it, and then nobody may answer");
}

/** True once for each question that was asked for this use and person. */
export async function takeChallenge(
  store: Store,
  challenge: string,
  use: Use,
  accountId: AccountId | null,
): Promise<boolean> {
  const asked = await store.get(challenges, [challenge]);
  if (asked?.value.use !== use || asked.value.accountId !== accountId) {
    return false;
  }
  return (await store.write().remove(asked).commit()).ok;
}
