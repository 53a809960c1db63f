import type { Clock, Millis } from "../kernel/mod.ts";
import type {
  Collection,
  Custody,
  KeyPart,
  Page,
  PersonKeys,
  Row,
  Store,
  Stored,
  TombstoneLog,
} from "../store/mod.ts";

/** What every part of the data map works with. */
export interface Context {
  store: Store;
  clock: Clock;
  custody: Custody;
  /** In the order of erasure. */
  collections: readonly Collection[];
  dataFolder: string | null;
  tombstones: TombstoneLog | null;
  personKeys: PersonKeys | null;
}

/** A role that a person has in a record, with its declaration. */
export type RolePlan = Row["collection"]["plan"]["roles"][number];

export function rolesIn(row: Row, person: string): RolePlan[] {
  return row.collection.plan.roles.filter(({ of }) => row.value[of] === person);
}

/** Everybody whom a record is about. */
export function peopleIn(row: Row): string[] {
  const people = row.collection.plan.roles.map(({ of }) => row.value[of]);
  return [...new Set(people.filter((id) => typeof id === "string"))];
}

export function isOver(row: Row, now: Millis): boolean {
  return row.ends !== null && row.ends <= now;
}

/** Every record about a person, page by page, each once. */
export async function* recordsAbout(
  { custody }: Context,
  person: string,
  collection?: Collection,
): AsyncGenerator<Row> {
  let cursor: string | null = null;
  const seen = new Set<string>();
  do {
    const page: Awaited<ReturnType<Custody["about"]>> = await custody.about(
      person,
      { collection, cursor, limit: 500 },
    );
    for (const row of page.rows) {
      // A record with two roles may lie on either side of a page's end.
      const name = JSON.stringify([row.collection.name, row.key]);
      if (!seen.has(name)) yield row;
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
