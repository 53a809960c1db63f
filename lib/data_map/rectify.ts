import { ok, refuse, type Result } from "../kernel/mod.ts";
import type { Collection, KeyPart } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { givenBy } from "./spec_of.ts";

export interface Correction {
  /** Name of the collection. */
  collection: string;
  key: readonly KeyPart[];
  /** New values by field. */
  changes: Readonly<Record<string, unknown>>;
}

export type RectifyRefusal =
  | { reason: "none" | "changed" | "erased" }
  /** Only staff may change it, with an entry in the audit trail. */
  | { reason: "audited" }
  /** The person did not supply these fields, so they are not theirs to change. */
  | { reason: "not-given"; fields: string[] }
  | { reason: "invalid"; faults: string[] };

/**
 * Corrects what a person supplied (Article 16 GDPR). The record is the only
 * copy; its lists move in the same write, and the channel `rectified` tells
 * whoever keeps one in memory.
 */
export async function rectify(
  { store, rawStore }: DataMapDeps,
  subjectId: string,
  { collection: name, key, changes }: Correction,
): Promise<Result<void, RectifyRefusal>> {
  const collection = rawStore.collection(name);
  const done = await store.transact<RectifyRefusal | null>(async (write) => {
    const found = await store.get(collection, key);
    const value = found?.value as Record<string, unknown> | undefined;
    const roles = value ? rolesOf(collection, value, subjectId) : [];
    if (!found || roles.length === 0) return { reason: "none" };
    if (collection.spec.audited) return { reason: "audited" };
    const fault = faultIn(collection, roles, { ...value, ...changes }, changes);
    if (fault) return fault;
    write.replace(found, { ...value, ...changes }).publish("rectified");
    return null;
  });
  if (!done.ok) return refuse({ reason: done.reason });
  return done.value ? refuse(done.value) : ok(undefined);
}

function rolesOf(
  collection: Collection,
  value: Record<string, unknown>,
  subjectId: string,
): string[] {
  return collection.plan.roles.filter(({ of }) => value[of] === subjectId)
    .map(({ role }) => role);
}

function faultIn(
  collection: Collection,
  roles: readonly string[],
  value: Record<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
): RectifyRefusal | null {
  const given = givenBy(collection, roles);
  const { key } = collection.plan;
  const fields = Object.keys(changes).filter((field) =>
    !given.includes(field) || key.includes(field)
  );
  if (fields.length > 0) return { reason: "not-given", fields };
  const parsed = collection.spec.schema.safeParse(value);
  if (parsed.success) return null;
  const faults = parsed.error.issues.map((issue) =>
    `${issue.path.join(".")}: ${issue.message}`
  );
  return { reason: "invalid", faults };
}
