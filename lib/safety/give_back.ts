import type { Permission } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { append, loadCase } from "./case_store.ts";
import { type Claim, heldClaim } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { appeals, claims } from "./records.ts";
import { READS } from "./teams.ts";
import type { Team } from "./vocabulary.ts";

/** Nobody has more at once; see LEASE. */
const MAX_CLAIMS = 100;

/** What somebody needs to go on having a case. */
const HOLDS: Readonly<Record<Team, Permission>> = {
  general: "case.claim",
  child_safety: "age.read",
};

/**
 * Gives back every case and appeal that one of the staff has and may not work
 * on with these permissions: at once, where it would else wait for the end of
 * their claim. `by` is whose deed it is. Answers how many. Throws
 * StoreUnavailable.
 */
export async function giveBackClaims(
  deps: SafetyDeps,
  { staffId, permissions, by }: {
    staffId: string;
    permissions: ReadonlySet<Permission>;
    by: string;
  },
): Promise<number> {
  const { items } = await deps.store.list(claims, "byStaff", {
    of: [staffId],
    limit: MAX_CLAIMS,
  });
  let given = 0;
  for (const { value } of items) {
    if (await mayKeep(deps.store, value, permissions)) continue;
    if (await giveBack(deps, value, by)) given++;
  }
  return given;
}

async function mayKeep(
  store: Store,
  { item }: Claim,
  permissions: ReadonlySet<Permission>,
): Promise<boolean> {
  const loaded = await loadCase(store, item);
  if (loaded) return permissions.has(HOLDS[loaded.value.team]);
  const appeal = await store.get(appeals, [item]);
  return appeal !== null && permissions.has("appeal.answer") &&
    permissions.has(READS[appeal.value.team]);
}

async function giveBack(
  { store, clock, auditLog }: SafetyDeps,
  { item, staff }: Claim,
  by: string,
): Promise<boolean> {
  const given = await auditLog.transactOrThrow(
    "give back a claim",
    async (write, audit) => {
      const now = clock.now();
      const claim = await heldClaim(store, staff, item, now);
      if (!claim) return false;
      write.remove(claim);
      const actor = { kind: "staff", id: by } as const;
      const loaded = await loadCase(store, item);
      if (!loaded) {
        const appeal = await store.get(appeals, [item]);
        const object = appeal?.value.case;
        audit({ actor, action: "appeal.release", object });
        return true;
      }
      const event = { kind: "released", staff } as const;
      append(write, loaded, [event], { now, strikes: null });
      audit({ actor, action: "case.release", object: item });
      return true;
    },
  );
  return given === true;
}
