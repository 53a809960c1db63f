import type { Result } from "../kernel/mod.ts";
import { giveBackClaims } from "../safety/mod.ts";
import {
  type Actor,
  type ChangeRefusal,
  changeRoles,
  endStaffSession,
  listStaffSessions,
  permissionsOf,
  removeStaff,
  type Role,
  type Staff,
} from "../staff/mod.ts";
import type { Millo } from "./open.ts";

type Parts = Pick<Millo, "safety">;

const NOTHING: ReadonlySet<never> = new Set<never>();

/** Takes somebody off the staff; what they had is free for others at once. */
export async function removeColleague(
  { safety }: Parts,
  actor: Actor<"staff.write">,
  staffId: string,
): Promise<Result<null, ChangeRefusal>> {
  const removed = await removeStaff(safety, actor, staffId);
  if (removed.ok) await giveBack(safety, staffId, actor.staffId);
  return removed;
}

/** Gives somebody exactly these roles; what they may not keep is free at once. */
export async function changeColleague(
  { safety }: Parts,
  actor: Actor<"staff.write">,
  change: { id: string; roles: readonly Role[]; version: number },
): Promise<Result<null, ChangeRefusal>> {
  const changed = await changeRoles(safety, actor, change);
  if (changed.ok) {
    await giveBackClaims(safety, {
      staffId: change.id,
      permissions: permissionsOf(change.roles),
      by: actor.staffId,
    });
  }
  return changed;
}

/**
 * Ends a session of somebody, or all. Whoever is signed in nowhere any more has
 * nothing: who comes back in a minute takes it anew, if it is still there.
 */
export async function endSession(
  { safety }: Parts,
  staff: Staff,
  which: { staffId: string; session?: string },
): Promise<boolean> {
  const { store, clock } = safety;
  const ended = await endStaffSession(safety, staff, which);
  const left = await listStaffSessions(store, which.staffId, {
    current: "",
    now: clock.now(),
  });
  if (ended && left.length === 0) {
    await giveBack(safety, which.staffId, staff.staffId);
  }
  return ended;
}

async function giveBack(
  safety: Millo["safety"],
  staffId: string,
  by: string,
): Promise<void> {
  await giveBackClaims(safety, { staffId, permissions: NOTHING, by });
}
