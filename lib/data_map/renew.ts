import type { Millis } from "../kernel/mod.ts";
import { type Collection, type RawRecord, rawWrites } from "../store/mod.ts";
import { type DataMapDeps, recordsAbout } from "./deps.ts";
import { personal } from "./spec_of.ts";

/**
 * Moves on the end of every record that is declared to last while its person
 * comes (`renewed: "visit"`). `day` is the day of the visit, in milliseconds
 * since the epoch. To be called once a day for each person.
 */
export async function renewOnVisit(
  deps: DataMapDeps,
  subjectId: string,
  day: Millis,
): Promise<void> {
  for (const collection of deps.collections) {
    if (personal(collection)?.renewed !== "visit") continue;
    for await (const record of recordsAbout(deps, subjectId, collection)) {
      if (isDue(record, day)) await renew(deps, record, day);
    }
  }
}

async function renew(
  { store }: DataMapDeps,
  { collection, key }: RawRecord,
  day: Millis,
): Promise<void> {
  const from = startOf(collection);
  await store.transactOrThrow("renew a record", async (write) => {
    const found = await store.get(collection, key);
    const value = found?.value as Record<string, unknown> | undefined;
    if (!found || Number(value![from]) >= day) return;
    rawWrites.exempt(write, "visit");
    write.replace(found, { ...value, [from]: day });
  });
}

function isDue({ collection, value, quarantined }: RawRecord, day: Millis) {
  return !quarantined && Number(value[startOf(collection)]) < day;
}

/** The field from which the time of keeping is counted. */
function startOf({ plan }: Collection): string {
  return plan.ends!.from;
}
