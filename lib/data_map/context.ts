import type { Clock, Millis } from "../kernel/mod.ts";
import type {
  Collection,
  KeyPart,
  Page,
  PersonKeys,
  RawRecord,
  RawStore,
  Store,
  Stored,
  TombstoneLog,
} from "../store/mod.ts";

/** What every part of the data map works with. */
export interface Context {
  store: Store;
  clock: Clock;
  rawStore: RawStore;
  /** In the order of erasure. */
  collections: readonly Collection[];
  dataFolder: string | null;
  tombstones: TombstoneLog | null;
  personKeys: PersonKeys | null;
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

/** Every record about a person, page by page, each once. */
export async function* recordsAbout(
  { rawStore }: Context,
  subjectId: string,
  collection?: Collection,
): AsyncGenerator<RawRecord> {
  let cursor: string | null = null;
  const seen = new Set<string>();
  do {
    const page: Awaited<ReturnType<RawStore["about"]>> = await rawStore.about(
      subjectId,
      { collection, cursor, limit: 500 },
    );
    for (const record of page.records) {
      // A record with two roles may lie on either side of a page's end.
      const name = JSON.stringify([record.collection.name, record.key]);
      if (!seen.has(name)) yield record;
      seen.add(name);
    }
    cursor = page.cursor;
  } while (cursor !== null);
}

/** Every record of a collection that is served, page by page. */
export async function* everyRecord<V, K extends readonly KeyPart[]>(
  store: Store,
  collection: Collection<V, K>,
): AsyncGenerator<Stored<V, K>> {
  let cursor: string | null = null;
  do {
    const page: Page<V, K> = await store.all(collection, {
      limit: 500,
      cursor,
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== null);
}
