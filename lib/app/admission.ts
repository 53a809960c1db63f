import { outdatedTexts } from "../consent/mod.ts";
import type { DataMap } from "../data_map/mod.ts";
import type { Clock } from "../kernel/mod.ts";
import { type Admit, createAdmit } from "../matching/mod.ts";
import { findStanding, type SanctionKind } from "../standing/mod.ts";
import type { Store } from "../store/mod.ts";

/** What may keep a person out of calls, each asked where it is kept. */
export function openAdmission(
  { store, clock }: { store: Store; clock: Clock },
  dataMap: DataMap,
): Admit {
  return async (accountId) => {
    // Asked once for all that it may say.
    const { out } = await findStanding(store, accountId, clock.now());
    const isNot = (kind: SanctionKind) => () =>
      Promise.resolve(out?.kind !== kind);
    return await createAdmit({
      banned: isNot("ban"),
      held: isNot("review"),
      suspended: isNot("suspension"),
      restricted: () => dataMap.mayProcess(accountId, "call"),
      outdated: async () =>
        (await outdatedTexts(store, accountId)).length === 0,
    })(accountId);
  };
}
