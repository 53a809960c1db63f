import { outdatedTexts } from "../consent/mod.ts";
import type { DataMap } from "../data_map/mod.ts";
import type { AccountId, Clock } from "../kernel/mod.ts";
import { type Admit, createAdmit } from "../matching/mod.ts";
import { findStanding, type SanctionKind } from "../standing/mod.ts";
import type { Store } from "../store/mod.ts";

/** What may keep a person out of calls, each asked where it is kept. */
export function openAdmission(
  { store, clock }: { store: Store; clock: Clock },
  dataMap: DataMap,
): Admit {
  const isNot = (kind: SanctionKind) => async (accountId: AccountId) =>
    (await findStanding(store, accountId, clock.now())).out?.kind !== kind;
  return createAdmit({
    banned: isNot("ban"),
    held: isNot("review"),
    suspended: isNot("suspension"),
    restricted: (accountId) => dataMap.mayProcess(accountId, "call"),
    outdated: async (accountId) =>
      (await outdatedTexts(store, accountId)).length === 0,
  });
}
