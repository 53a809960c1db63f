import type { z } from "zod";
import type { AnyRole, AnySpec } from "./spec.ts";
import { FIELD_CLASSES } from "./vocabulary.ts";

type Fault = string | null;

/**
 * Refuses a declaration that the store or the data map could not honour, so
 * that it fails at start, by name, and not when a person asks for their data.
 */
export function checkDeclaration(spec: AnySpec): void {
  const fault = faultInFields(spec) ?? faultInLarge(spec) ??
    faultInPrivacy(spec);
  if (fault) throw new TypeError(`Cannot define ${spec.name}: ${fault}`);
}

function faultInFields(spec: AnySpec): Fault {
  const fields = Object.keys(spec.schema.shape);
  if (!/^[a-z][a-z0-9_]*$/.test(spec.name)) return "its name is not snake case";
  if (!spec.about) return "it does not say what a record is";
  if (spec.key.length === 0) return "its key has no field";
  const named = [...spec.key, ...Object.values(spec.indexes).flat()];
  for (const field of named as string[]) {
    if (!fields.includes(field)) return `${field} is not in its schema`;
    if (classOf(spec, field) === "secret") {
      return `${field} is secret, so it cannot be part of a key`;
    }
  }
  for (const field of fields) {
    const given = classOf(spec, field);
    if (given === undefined) return `${field} has no class`;
    if (!(FIELD_CLASSES as readonly string[]).includes(given)) {
      return `${field} has the unknown class ${given}`;
    }
  }
  if (spec.audited && spec.auditTrail) {
    return "it is both audited and an audit trail";
  }
  if (spec.despiteErasure !== undefined && spec.erasedFirst) {
    return "it is both erased first and written despite erasure";
  }
  return spec.despiteErasure === ""
    ? "it does not say why it is written despite erasure"
    : null;
}

function faultInLarge(spec: AnySpec): Fault {
  const named = [...spec.key, ...Object.values(spec.indexes).flat()];
  for (const field of spec.large ?? []) {
    const schema = spec.schema.shape[field] as z.ZodType | undefined;
    if (!schema) return `${field} is not in its schema`;
    if (named.includes(field)) return `${field} is large and part of a key`;
    if (!schema.safeParse(new Uint8Array(1)).success) {
      return `${field} is large and does not take bytes`;
    }
  }
  return null;
}

function faultInPrivacy(spec: AnySpec): Fault {
  const fields = Object.keys(spec.schema.shape);
  const subjects = fields.filter((field) => classOf(spec, field) === "subject");
  if (!("subjects" in spec.privacy)) {
    if (!spec.privacy.reason) return "it does not say why it is not personal";
    const special = fields.find((field) => classOf(spec, field) === "special");
    if (special) return `${special} is special, so it is personal`;
    if (subjects.length > 0) {
      return `${subjects[0]} names a person, so it is personal`;
    }
    return spec.ends ? faultInPeriod(spec, spec.ends) : null;
  }
  const roles = Object.entries(spec.privacy.subjects);
  if (roles.length === 0) return "it is personal and names nobody";
  if (spec.ends) return "it is personal, so its end is privacy.keep";
  const covered = roles.map(([, role]) => role.of as string);
  for (const field of subjects) {
    if (!covered.includes(field)) return `${field} has no role`;
  }
  for (const [name, role] of roles) {
    const fault = faultInRole(spec, role);
    if (fault) return `its role ${name} ${fault}`;
  }
  return faultInPeriod(spec, spec.privacy.keep) ?? faultInRenewal(spec);
}

function faultInRenewal(spec: AnySpec): Fault {
  if (!("subjects" in spec.privacy)) return null;
  const { keep, renewed, subjects } = spec.privacy;
  if (renewed === undefined) return null;
  if (Object.keys(subjects).length > 1) {
    return "it is renewed, and has more than one person to come";
  }
  return (spec.key as readonly string[]).includes(keep.from)
    ? `it is renewed, and ${keep.from as string} is part of its key`
    : null;
}

function faultInRole(spec: AnySpec, role: AnyRole): Fault {
  const of = role.of as string;
  if (classOf(spec, of) !== "subject") {
    return `points to ${of}, which is not of class subject`;
  }
  const shown = role.show === "all" ? [] : role.show as readonly string[];
  for (const field of shown) {
    if (!(field in spec.schema.shape)) {
      return `shows ${field}, which is not in its schema`;
    }
    if (classOf(spec, field) === "secret") {
      return `shows ${field}, which is secret`;
    }
  }
  for (const field of role.gives ?? []) {
    if (classOf(spec, field) !== "given") {
      return `gives ${field}, which is not of class given`;
    }
  }
  if (typeof role.erase === "object") {
    if (!role.erase.reason) return "is kept and does not say why";
    const fault = faultInPeriod(spec, role.erase.until);
    return fault && `is kept, but ${fault}`;
  }
  return role.erase === "unlink" ? faultInUnlink(spec, role) : null;
}

function faultInUnlink(spec: AnySpec, role: AnyRole): Fault {
  for (const field of [role.of, ...role.clears ?? []] as string[]) {
    if ((spec.key as readonly string[]).includes(field)) {
      return `cannot be unlinked: ${field} is part of the key`;
    }
    const schema = spec.schema.shape[field] as z.ZodType;
    if (!schema.safeParse(null).success) {
      return `cannot be unlinked: ${field} may not be null`;
    }
  }
  return null;
}

function faultInPeriod(
  spec: AnySpec,
  period: { from: string } & ({ days: number } | { minutes: number }),
): Fault {
  const length = "days" in period ? period.days : period.minutes;
  if (!(Number.isFinite(length) && length > 0)) {
    return "its period is not a positive length";
  }
  return period.from in spec.schema.shape
    ? null
    : `its period starts from ${period.from}, which is not in its schema`;
}

function classOf(spec: AnySpec, field: string): string | undefined {
  return (spec.fields as Record<string, string>)[field];
}
