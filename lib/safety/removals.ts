import { giveBackToProfile, takeFromProfile } from "../accounts/mod.ts";
import type { AccountId } from "../kernel/mod.ts";
import type { Write } from "../store/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { removals } from "./records.ts";
import type { Decision } from "./strikes.ts";
import { type Removal, REMOVALS } from "./vocabulary.ts";

/** The removals among measures. */
export function removalsIn(measures: readonly string[]): Removal[] {
  return REMOVALS.filter((removal) => measures.includes(removal));
}

/**
 * Takes from an account what a decision says, in the write that makes it. What
 * was taken is kept apart until nobody can appeal any more.
 */
export async function takeAway(
  { store }: Pick<SafetyDeps, "store">,
  write: Write,
  { id, at, measures }: Decision,
  accountId: AccountId,
): Promise<void> {
  if (removalsIn(measures).length === 0) return;
  const taken = await takeFromProfile(store, write, accountId, {
    name: measures.includes("remove_name"),
    picture: measures.includes("remove_picture"),
  });
  if (taken.username === null && taken.image === null) return;
  write.add(removals, {
    ...{ decision: id, accountId, at, username: taken.username },
    image: taken.image && taken.image.slice(),
  });
}

/**
 * Gives back what a decision took that is none any more, where the person has
 * put nothing else in its place. Doing it again changes nothing.
 */
export async function giveBack(
  { store, clock, auditLog }: Pick<SafetyDeps, "store" | "clock" | "auditLog">,
  { id, case: number, measures }: Decision,
): Promise<void> {
  if (removalsIn(measures).length === 0) return;
  await auditLog.transactOrThrow("give back", async (write, audit) => {
    const kept = await store.get(removals, [id]);
    if (!kept) return;
    const { accountId } = kept.value;
    write.remove(kept);
    await giveBackToProfile(store, write, accountId, kept.value, clock.now());
    audit({
      actor: { kind: "system" },
      action: "sanction.end",
      subject: accountId,
      object: number,
      details: { decision: id, kind: removalsIn(measures).join(".") },
    });
  });
}
