import { outdatedTexts } from "../consent/mod.ts";
import type { DataMap } from "../data_map/mod.ts";
import { type Admit, createAdmit } from "../matching/mod.ts";
import type { Store } from "../store/mod.ts";

/** What may keep a person out of calls, each asked where it is kept. */
export function openAdmission(store: Store, dataMap: DataMap): Admit {
  return createAdmit({
    restricted: (accountId) => dataMap.mayProcess(accountId, "call"),
    outdated: async (accountId) =>
      (await outdatedTexts(store, accountId)).length === 0,
  });
}
