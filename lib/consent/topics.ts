import { addWishes, type OptionalTopic } from "../notices/mod.ts";
import type { Store } from "../store/mod.ts";
import type { ConsentFacts } from "./actions.ts";
import { addChoiceOnce } from "./choices.ts";

/**
 * Keeps what a person wants to be mailed about. News rest on consent, so that
 * their switch is a line in its ledger; a topic that is not named stays as it
 * is, but no word on news is a no. Throws StoreUnavailable.
 */
export async function saveTopics(
  store: Store,
  said: ConsentFacts,
  { news = false, ...wanted }: Partial<Record<OptionalTopic, boolean>>,
): Promise<void> {
  const { accountId, now } = said;
  await store.transactOrThrow("save what is mailed", async (write) => {
    await addWishes(store, write, { accountId, wanted, at: now });
    await addChoiceOnce(store, write, said, "mail", news);
  });
}
