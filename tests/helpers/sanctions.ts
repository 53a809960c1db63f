import { AuditLog } from "../../lib/audit/mod.ts";
import { type AccountId, HOUR } from "../../lib/kernel/mod.ts";
import {
  addBan,
  addSanction,
  type BanDeps,
  type NewSanction,
} from "../../lib/standing/mod.ts";
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

/** Bans a person without an end, with all that a ban holds by. */
export async function ban(
  deps: BanDeps,
  accountId: AccountId,
  changes: Partial<NewSanction> = {},
): Promise<string> {
  const { clock } = deps.store;
  return (await new AuditLog({ store: deps.store, clock }).transactOrThrow(
    "ban somebody",
    (write, audit) => {
      audit({ actor: { kind: "system" }, action: "sanction.impose" });
      return addBan(deps, write, {
        accountId,
        from: clock.now(),
        until: null,
        provisionalUntil: null,
        decision: null,
        ...changes,
      });
    },
  ))!;
}
