import type { Row } from "../store/mod.ts";
import type { Context } from "./context.ts";

/**
 * A record's value with its large fields, which are read only when one of
 * `names` is among them. Null when it vanished meanwhile.
 */
export async function whole(
  { store }: Context,
  row: Row,
  names: readonly string[],
): Promise<Record<string, unknown> | null> {
  const { large } = row.collection.plan;
  if (!large.some((name) => names.includes(name))) return row.value;
  const stored = await store.get(row.collection, row.key);
  return stored === null ? null : stored.value as Record<string, unknown>;
}
