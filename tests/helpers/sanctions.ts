import { AuditLog } from "../../lib/audit/mod.ts";
import { type AccountId, HOUR } from "../../lib/kernel/mod.ts";
import { addSanction, type NewSanction } from "../../lib/standing/mod.ts";
import type { Store } from "../../lib/store/mod.ts";

/** Keeps a person out from now on, for an hour unless it is said otherwise. */
export async function impose(
  store: Store,
  accountId: AccountId,
  changes: Partial<NewSanction> = {},
): Promise<string> {
  const { clock } = store;
  const now = clock.now();
  return (await new AuditLog({ store, clock }).transactOrThrow(
    "impose a sanction",
    (write, audit) => {
      audit({ actor: { kind: "system" }, action: "sanction.impose" });
      return addSanction(write, {
        accountId,
        kind: "suspension",
        from: now,
        until: now + HOUR,
        provisionalUntil: null,
        decision: null,
        ...changes,
      });
    },
  ))!;
}
