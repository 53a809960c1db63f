import type { Collection, FieldClass, SubjectRole } from "../store/mod.ts";

type Role = SubjectRole<Record<string, unknown>>;
type Personal = Extract<Collection["spec"]["privacy"], { subjects: unknown }>;

/** The class of every field. */
export function classesOf(collection: Collection): Record<string, FieldClass> {
  return collection.spec.fields as Record<string, FieldClass>;
}

/** The privacy block of a personal collection, or null. */
export function personal(collection: Collection): Personal | null {
  const { privacy } = collection.spec;
  return "subjects" in privacy ? privacy : null;
}

export function roleSpec(collection: Collection, role: string): Role {
  return personal(collection)!.subjects[role] as unknown as Role;
}

/** The fields that these roles supplied. */
export function givenBy(
  collection: Collection,
  roles: readonly string[],
): string[] {
  const declared = Object.entries(personal(collection)!.subjects);
  const told = declared.some(([, role]) => role.gives !== undefined);
  const classes = classesOf(collection);
  const given = Object.keys(classes).filter((name) =>
    classes[name] === "given"
  );
  const by = declared.flatMap(([role, { gives }], n) => {
    if (!roles.includes(role)) return [];
    if (told) return [...gives ?? []] as string[];
    return n === 0 ? given : [];
  });
  return given.filter((name) => by.includes(name));
}
