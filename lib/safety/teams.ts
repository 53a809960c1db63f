import type { Permission } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { cases } from "./records.ts";
import type { Team } from "./vocabulary.ts";

/** What somebody needs to work on a case of a team. */
export const READS: Readonly<Record<Team, Permission>> = {
  general: "case.read",
  child_safety: "age.read",
};

/** Whether somebody may read the cases of a team at all. */
export function mayReadCases(
  staff: { may(permission: Permission): boolean },
  team: Team,
): boolean {
  return staff.may(READS[team]);
}

/** Whose cases these are; what is no case, or none any more, is left out. */
export async function teamsOf(
  store: Store,
  numbers: readonly string[],
): Promise<Map<string, Team>> {
  const wanted = [...new Set(numbers)].filter((number) =>
    number.startsWith("MC-")
  );
  const found = await store.getMany(
    cases,
    wanted.map((number) => [number] as const),
  );
  return new Map(
    found.flatMap((stored) =>
      stored ? [[stored.value.number, stored.value.team]] : []
    ),
  );
}
