import type { Collection, RawRecord } from "../store/mod.ts";
import { type DataMapDeps, isOver, recordsAbout, rolesIn } from "./deps.ts";
import { Pseudonyms } from "./pseudonyms.ts";
import { classesOf, roleSpec } from "./spec_of.ts";
import { withLargeFields } from "./with_large_fields.ts";

export interface ExportedRecord {
  /** What the person is in it: the names of their roles. */
  roles: string[];
  /** The shown fields. Other people are pseudonyms; bytes stay bytes. */
  fields: Record<string, unknown>;
}

export interface ExportedCollection {
  name: string;
  about: string;
  purpose: string;
  basis: string;
  records: ExportedRecord[];
}

export interface PersonExport {
  subjectId: string;
  /** Milliseconds since the epoch. */
  at: number;
  collections: ExportedCollection[];
}

/**
 * Everything that is kept about a person and may be shown to them (access,
 * Article 15 GDPR): role by role the declared fields, never a secret, other
 * people under a name that is stable here and different in the next export.
 */
export async function exportPerson(
  deps: DataMapDeps,
  subjectId: string,
): Promise<PersonExport> {
  const now = deps.clock.now();
  const pseudonyms = new Pseudonyms(subjectId);
  const collections: ExportedCollection[] = [];
  for (const collection of deps.collections) {
    if (collection.plan.roles.length === 0) continue;
    const records: ExportedRecord[] = [];
    for await (const record of recordsAbout(deps, subjectId, collection)) {
      if (record.quarantined || isOver(record, now)) continue;
      const shown = await exportRow(deps, record, subjectId, pseudonyms);
      if (shown) records.push(shown);
    }
    if (records.length > 0) collections.push(describe(collection, records));
  }
  return { subjectId, at: now, collections };
}

async function exportRow(
  deps: DataMapDeps,
  record: RawRecord,
  subjectId: string,
  pseudonyms: Pseudonyms,
): Promise<ExportedRecord | null> {
  const roles = rolesIn(record, subjectId).map(({ role }) => role);
  const names = shownTo(record.collection, roles);
  // Not even that it exists: an order may forbid to tell.
  if (names.length === 0) return null;
  const value = await withLargeFields(deps, record, names);
  if (value === null) return null;
  const fields: Record<string, unknown> = {};
  for (const name of names) fields[name] = value[name];
  return { roles, fields: await pseudonyms.in(record, fields) };
}

/** The fields that any of these roles is shown. */
export function shownTo(
  collection: Collection,
  roles: readonly string[],
): string[] {
  const classes = classesOf(collection);
  const shown = roles.flatMap((role) => {
    const { show } = roleSpec(collection, role);
    return show === "all" ? Object.keys(classes) : [...show];
  });
  return Object.keys(classes).filter((field) =>
    classes[field] !== "secret" && shown.includes(field)
  );
}

function describe(
  collection: Collection,
  records: ExportedRecord[],
): ExportedCollection {
  const { name, about, privacy } = collection.spec;
  if (!("subjects" in privacy)) throw new TypeError(`Cannot export ${name}`);
  const { purpose, basis } = privacy;
  return { name, about, purpose, basis, records };
}
