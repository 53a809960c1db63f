import type { Clock, Millis } from "../kernel/mod.ts";
import {
  type Collection,
  each,
  type PersonKeys,
  type RawRecord,
  type RawStore,
  type Store,
  type TombstoneLog,
} from "../store/mod.ts";
import type { ErasedTerms } from "./sealed_terms.ts";

/** What every part of the data map works with. */
export interface DataMapDeps {
  store: Store;
  clock: Clock;
  rawStore: RawStore;
  /** In the order of erasure. */
  collections: readonly Collection[];
  dataFolder: string | null;
  tombstones: TombstoneLog | null;
  personKeys: PersonKeys | null;
  /** What is to be searched for where there is no disk; see sealTerms. */
  termsInMemory: Map<string, ErasedTerms>;
  /** Called when an erasure has removed its records. */
  onErased(): void;
}

/** A role that a person has in a record, with its declaration. */
export type RolePlan = RawRecord["collection"]["plan"]["roles"][number];

export function rolesIn(record: RawRecord, subjectId: string): RolePlan[] {
  return record.collection.plan.roles.filter(({ of }) =>
    record.value[of] === subjectId
  );
}

/** Everybody whom a record is about. */
export function peopleIn(record: RawRecord): string[] {
  const people = record.collection.plan.roles.map(({ of }) => record.value[of]);
  return [...new Set(people.filter((id) => typeof id === "string"))];
}

export function isOver(record: RawRecord, now: Millis): boolean {
  return record.ends !== null && record.ends <= now;
}

/** Every record about a person, batch by batch, each once. */
export async function* recordsAbout(
  { rawStore }: DataMapDeps,
  subjectId: string,
  collection?: Collection,
): AsyncGenerator<RawRecord> {
  const seen = new Set<string>();
  const records = each(async (cursor) => {
    const which = { collection, cursor, limit: 500 };
    const batch = await rawStore.about(subjectId, which);
    return { items: batch.records, cursor: batch.cursor };
  });
  for await (const record of records) {
    // A record with two roles may lie on either side of a batch's end.
    const name = JSON.stringify([record.collection.name, record.key]);
    if (!seen.has(name)) yield record;
    seen.add(name);
  }
}
