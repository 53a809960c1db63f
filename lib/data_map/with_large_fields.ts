import type { RawRecord } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";

/**
 * A record's value with its large fields, which are read only when one of
 * `names` is among them. Null when it vanished meanwhile.
 */
export async function withLargeFields(
  { store }: DataMapDeps,
  record: RawRecord,
  names: readonly string[],
): Promise<Record<string, unknown> | null> {
  const { large } = record.collection.plan;
  if (!large.some((name) => names.includes(name))) return record.value;
  const stored = await store.get(record.collection, record.key);
  return stored === null ? null : stored.value as Record<string, unknown>;
}
