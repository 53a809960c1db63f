import type { AccountId } from "../kernel/mod.ts";
import {
  type ChangedSection,
  currentDocument,
  differenceOf,
  outdatedTexts,
  type PolicyDocument,
  versionsOf,
} from "../consent/mod.ts";
import { longDate, type Translate } from "../i18n/mod.ts";
import type { Collection, Store } from "../store/mod.ts";
import { textOf } from "./policy_tables.ts";

/** In whose words, and of which records a text tells. */
export interface PolicyReader {
  t: Translate;
  locale: string;
  collections: readonly Collection[];
}

export interface VersionLink {
  version: number;
  /** Calendar day, written out. */
  since: string;
  current: boolean;
}

/** What the page of a text says of its other versions, newest first. */
export function versionLinks(
  versions: readonly PolicyDocument[],
  locale: string,
): VersionLink[] {
  return versions.map(({ version, inForceSince }, n) => ({
    version,
    since: longDate(inForceSince, locale),
    current: n === 0,
  }));
}

/** Which text, in which version, and compared with which. */
export interface AskedVersion {
  slug: string;
  /** The one in force where it is not said. */
  version?: string;
  since: string | null;
}

export interface PolicyView {
  document: PolicyDocument;
  versions: VersionLink[];
  since: { version: number; sections: ChangedSection[] } | null;
}

/**
 * A text for its page, and what differs from the version that it is compared
 * with. Null where there is no such text or version.
 */
export function policyView(
  reader: PolicyReader,
  { slug, version, since }: AskedVersion,
): PolicyView | null {
  const versions = versionsOf(slug);
  const find = (wanted: string) =>
    versions.find((one) => String(one.version) === wanted);
  const found = version === undefined ? versions[0] : find(version);
  const before = since === null ? null : find(since);
  if (found === undefined || before === undefined) return null;
  const document = textOf(reader.t, reader.collections, found);
  const changed = before && textOf(reader.t, reader.collections, before);
  return {
    document,
    versions: versionLinks(versions, reader.locale),
    since: changed && {
      version: changed.version,
      sections: differenceOf(changed, document),
    },
  };
}

/** What somebody is asked to agree to. */
export interface AskedTexts {
  rules: PolicyDocument;
  policy: PolicyDocument;
  /** Those of the two that are to be read. */
  shown: PolicyDocument[];
  /** Of each that was agreed to before, what changed; not for newcomers. */
  changes?: Partial<Record<"rules" | "policy", ChangedSection[]>>;
}

/**
 * The texts that a person is asked to agree to, whole. Somebody who agreed to
 * earlier ones is shown the changed ones only, with what changed.
 */
export async function askedTexts(
  store: Store,
  { t, collections }: PolicyReader,
  accountId: AccountId | null,
): Promise<AskedTexts> {
  const filled = (document: PolicyDocument) => textOf(t, collections, document);
  const rules = filled(currentDocument("rules"));
  const policy = filled(currentDocument("privacy"));
  if (accountId === null) return { rules, policy, shown: [rules, policy] };
  const changes: NonNullable<AskedTexts["changes"]> = {};
  const shown: PolicyDocument[] = [];
  for (const { slug, accepted } of await outdatedTexts(store, accountId)) {
    const document = slug === "rules" ? rules : policy;
    const before = versionsOf(slug).find((one) => one.version === accepted);
    shown.push(document);
    changes[slug === "rules" ? "rules" : "policy"] = before
      ? differenceOf(filled(before), document)
      : [];
  }
  return { rules, policy, shown, changes };
}
