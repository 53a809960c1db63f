import type { ErasureResult } from "../data_map/mod.ts";
import type { AccountId } from "../kernel/mod.ts";
import type { Millo } from "./open.ts";

/**
 * Ends whatever the person is in, everywhere, and erases them. Their socket is
 * shut twice: one may have come in before the tombstone stood. Can be called
 * again after a failure. Throws StoreUnavailable.
 */
export async function eraseAccount(
  { dataMap, liveHub }: Pick<Millo, "dataMap" | "liveHub">,
  accountId: AccountId,
): Promise<ErasureResult> {
  await liveHub.evict(accountId);
  const erased = await dataMap.erase(accountId);
  await liveHub.evict(accountId);
  return erased;
}
