import type { DocumentSlug, PolicyDocument } from "./text.ts";
import { privacy1 } from "./texts/privacy_1.ts";
import { privacy2 } from "./texts/privacy_2.ts";
import { rules1 } from "./texts/rules_1.ts";

/** Newest version of each text first. */
export const DOCUMENTS: readonly PolicyDocument[] = [
  privacy2,
  privacy1,
  rules1,
];

/** Everything that must be agreed to before a call. */
export const REQUIRED = ["rules", "privacy"] as const;

/** The version in force. */
export function currentDocument(slug: DocumentSlug): PolicyDocument {
  const found = DOCUMENTS.find((document) => document.slug === slug);
  if (!found) throw new RangeError(`Cannot find document: no text ${slug}`);
  return found;
}

/** All versions of a text, newest first; none for an unknown name. */
export function versionsOf(slug: string): readonly PolicyDocument[] {
  return DOCUMENTS.filter((document) => document.slug === slug);
}

/** What the ledger says of a text and a person. */
export interface Acceptance {
  document: DocumentSlug;
  version: number;
}

/** A text that must be agreed to, and the version that was before it. */
export interface Outdated {
  slug: DocumentSlug;
  /** Null for a person who never agreed to any. */
  accepted: number | null;
}

/** The texts whose version in force is not among what was accepted. */
export function outdatedIn(ledger: readonly Acceptance[]): Outdated[] {
  return REQUIRED.flatMap((slug) => {
    const versions = ledger.filter(({ document }) => document === slug)
      .map(({ version }) => version);
    if (versions.includes(currentDocument(slug).version)) return [];
    return [{ slug, accepted: versions.length ? Math.max(...versions) : null }];
  });
}
