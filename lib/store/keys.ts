import { sha256 } from "../kernel/mod.ts";
import type { Collection } from "./collection.ts";
import { LISTS, RECORDS, SUBJECTS } from "./plan.ts";
import type { KeyPart } from "./spec.ts";

/**
 * Where things lie in the key space:
 * `r` records, `i` lists, `s` who a record is about, `t` tombstones, `b` channels,
 * `p` chunks of large fields, `g` chunks whose record is not written yet, `h`
 * who is held.
 */
export { LISTS, RECORDS, SUBJECTS };
export const TOMBSTONES = "t";
export const CHANNELS = "b";
export const CHUNKS = "p";
export const STAGED = "g";
export const HOLDS = "h";

/** A key of the subject index, for those who may not name KV. */
export type IndexKey = Deno.KvKey;

export type Value = Record<string, unknown>;

export function recordKey(
  collection: Collection,
  key: readonly KeyPart[],
): Deno.KvKey {
  return [RECORDS, collection.name, ...key];
}

export function keyOfValue(collection: Collection, value: Value): KeyPart[] {
  return collection.plan.key.map((field) => value[field] as KeyPart);
}

/**
 * What stands for a person in tombstones and holds: an id can be checked against it, and
 * no id can be read from it.
 */
export function subjectHashOf(subjectId: string): string {
  return sha256(`millo tombstone ${subjectId}`);
}

export function tombstoneKey(subjectId: string): Deno.KvKey {
  return [TOMBSTONES, subjectHashOf(subjectId)];
}

export function holdKey(subjectId: string): Deno.KvKey {
  return [HOLDS, subjectHashOf(subjectId)];
}

export function channelKey(name: string): Deno.KvKey {
  return [CHANNELS, name];
}

/**
 * The derived keys of a record in a fixed order, its lists and then its roles;
 * null where it is not in the list or the role is nobody's.
 */
export function derivedSlots(
  collection: Collection,
  value: Value,
): (Deno.KvKey | null)[] {
  const { lists, roles, rank } = collection.plan;
  const key = keyOfValue(collection, value);
  const slots: (Deno.KvKey | null)[] = lists.map(({ prefix, fields }) => {
    const parts = fields.map((field) => value[field]);
    return parts.some((part) => part === null || part === undefined)
      ? null
      : [...prefix, ...parts as KeyPart[], ...key];
  });
  for (const { role, of } of roles) {
    const subjectId = value[of];
    slots.push(
      typeof subjectId === "string"
        ? [SUBJECTS, subjectId, rank, collection.name, role, ...key]
        : null,
    );
  }
  return slots;
}

/** The people a record is about, by role. */
export function subjectsOf(
  collection: Collection,
  value: Value,
): { role: string; subjectId: string }[] {
  return collection.plan.roles.flatMap(({ role, of }) => {
    const subjectId = value[of];
    return typeof subjectId === "string" ? [{ role, subjectId }] : [];
  });
}

/** Everybody whom a record is about, each once. */
export function peopleOf(collection: Collection, value: Value): string[] {
  const people = subjectsOf(collection, value).map(({ subjectId }) =>
    subjectId
  );
  return [...new Set(people)];
}

export function sameKey(a: Deno.KvKey, b: Deno.KvKey): boolean {
  return a.length === b.length && a.every((part, n) => part === b[n]);
}
