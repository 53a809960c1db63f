import type { Store } from "../store/mod.ts";
import { cases } from "./records.ts";
import type { Team } from "./vocabulary.ts";

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
