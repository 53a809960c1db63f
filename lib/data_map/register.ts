import {
  type Basis,
  type Collection,
  type FieldClass,
  type Purpose,
  PURPOSES,
} from "../store/mod.ts";
import { classesOf, personal } from "./spec_of.ts";

/** Who decides what the data is for. */
export const CONTROLLER = {
  name: "Millo",
  contact: "millohelpdesk@gmail.com",
} as const;

/** What is true of the code of every deployment; the rest is the operator's. */
const MEASURES = [
  "People are known by random numbers, and to each other by none",
  "What opens a door is kept as a digest",
  "Each kind of record has an end, and is not served past it",
  "Erasure is by declaration, can be resumed, and is followed by a search",
] as const;

/** One purpose, with the letters of Article 30(1) GDPR. */
export interface Processing {
  /** (b) */
  purpose: Purpose;
  why: string;
  /** Article 6(1). */
  bases: Basis[];
  /** (c) The roles that people have in the records. */
  people: string[];
  /** (c) The records, and the classes of their fields. */
  data: RegisteredCollection[];
  /** (d) */
  recipients: string[];
}

export interface RegisteredCollection {
  name: string;
  about: string;
  fields: Record<string, FieldClass>;
  /** (f) */
  kept: string;
  /** What erasure does, by role. */
  erasure: Record<string, string>;
}

export interface Register {
  /** (a) */
  controller: { name: string; contact: string };
  processing: Processing[];
  /** (e) */
  transfers: string;
  /** (g) */
  measures: readonly string[];
  /** What is kept and is about nobody, and why it is not. */
  notPersonal: { name: string; about: string; reason: string }[];
}

/**
 * The register of processing (Article 30(1) GDPR), derived from the
 * declarations and the same for the same declarations.
 */
export function buildRegister(collections: readonly Collection[]): Register {
  const sorted = collections.toSorted((a, b) => a.name < b.name ? -1 : 1);
  const purposes = Object.keys(PURPOSES) as Purpose[];
  return {
    controller: { ...CONTROLLER },
    processing: purposes.flatMap((purpose) => processing(sorted, purpose)),
    transfers: "Made by the recipients only; see the register of providers",
    measures: MEASURES,
    notPersonal: sorted.flatMap(({ name, spec: { about, privacy } }) =>
      "subjects" in privacy ? [] : [{ name, about, reason: privacy.reason }]
    ),
  };
}

/** The rows of the table in the privacy policy. */
export function policyTable(collections: readonly Collection[]): {
  collection: string;
  purpose: Purpose;
  basis: Basis;
  /** True where an erasure by the person ends each of these records. */
  erasable: boolean;
  keep: { from: string } & ({ days: number } | { minutes: number });
  recipients: string[];
}[] {
  return collections.flatMap((collection) => {
    const privacy = personal(collection);
    if (!privacy) return [];
    return [{
      collection: collection.name,
      purpose: privacy.purpose,
      basis: privacy.basis,
      erasable: collection.plan.roles.every(({ rule }) => rule === "delete"),
      keep: privacy.keep,
      recipients: [...privacy.providers],
    }];
  });
}

function processing(
  collections: readonly Collection[],
  purpose: Purpose,
): Processing[] {
  const ours = collections.filter((some) =>
    personal(some)?.purpose === purpose
  );
  if (ours.length === 0) return [];
  const blocks = ours.map((collection) => personal(collection)!);
  return [{
    purpose,
    why: PURPOSES[purpose],
    bases: unique(blocks.map(({ basis }) => basis)),
    people: unique(blocks.flatMap(({ subjects }) => Object.keys(subjects))),
    data: ours.map(registered),
    recipients: unique(blocks.flatMap(({ providers }) => [...providers])),
  }];
}

function registered(collection: Collection): RegisteredCollection {
  const { keep, subjects } = personal(collection)!;
  return {
    name: collection.name,
    about: collection.spec.about,
    fields: classesOf(collection),
    kept: keptText(keep),
    erasure: Object.fromEntries(
      Object.entries(subjects).map(([role, { erase }]) => [
        role,
        typeof erase === "string"
          ? erase
          : `kept for ${keptText(erase.until)}, because ${erase.reason}`,
      ]),
    ),
  };
}

function keptText(
  period: { from: string } & ({ days: number } | { minutes: number }),
): string {
  return `${lengthText(period)} from ${period.from}`;
}

const YEAR_DAYS = 365;
const HOUR_MINUTES = 60;

/** In the unit that a person would say: "3 years", and not 1095 days. */
function lengthText(length: { days: number } | { minutes: number }): string {
  if ("days" in length) {
    const years = length.days / YEAR_DAYS;
    return Number.isInteger(years)
      ? counted(years, "year")
      : counted(length.days, "day");
  }
  const hours = length.minutes / HOUR_MINUTES;
  return Number.isInteger(hours)
    ? counted(hours, "hour")
    : counted(length.minutes, "minute");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted();
}
