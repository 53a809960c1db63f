import { DAY, type Millis, MINUTE } from "../kernel/mod.ts";
import type { AnyRole, AnySpec, KeyPart } from "./spec.ts";

/** Prefixes of the key space; see keys.ts. */
export const RECORDS = "r";
export const LISTS = "i";
export const SUBJECTS = "s";

/** Rank in the index of who a record is about: what erasure takes first. */
export const FIRST = 0;
export const THEN = 1;
export type Rank = typeof FIRST | typeof THEN;

export interface RolePlan {
  role: string;
  of: string;
  rule: "delete" | "unlink" | "keep";
  /** Set for the rule `keep`. */
  keep: { reason: string; from: string; length: Millis } | null;
  clears: readonly string[];
}

/** A declaration, worked out once. */
export interface Plan {
  key: readonly string[];
  record: readonly KeyPart[];
  lists: readonly {
    name: string;
    prefix: readonly KeyPart[];
    fields: readonly string[];
  }[];
  roles: readonly RolePlan[];
  rank: Rank;
  large: readonly string[];
  ends: { from: string; length: Millis } | null;
}

export function planOf(spec: AnySpec): Plan {
  const { privacy } = spec;
  const period = "keep" in privacy ? privacy.keep : spec.ends;
  return {
    key: spec.key,
    record: [RECORDS, spec.name],
    lists: Object.entries(spec.indexes).map(([name, fields]) => ({
      name,
      prefix: [LISTS, spec.name, name],
      fields,
    })),
    roles: "subjects" in privacy
      ? Object.entries(privacy.subjects).map(rolePlan)
      : [],
    rank: spec.erasedFirst ? FIRST : THEN,
    large: (spec.large ?? []) as readonly string[],
    ends: period ? { from: period.from, length: millisOf(period) } : null,
  };
}

function rolePlan([role, declared]: [string, AnyRole]): RolePlan {
  const { erase } = declared;
  return {
    role,
    of: declared.of,
    rule: typeof erase === "string" ? erase : "keep",
    keep: typeof erase === "string" ? null : savePlan(erase),
    clears: declared.clears ?? [],
  };
}

type Length = { from: string } & ({ days: number } | { minutes: number });

function savePlan({ reason, until }: { reason: string; until: Length }) {
  return { reason, from: until.from, length: millisOf(until) };
}

function millisOf(period: Length): Millis {
  return "days" in period ? period.days * DAY : period.minutes * MINUTE;
}
