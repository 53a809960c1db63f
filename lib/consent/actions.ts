import { type AccountId, type Millis, newId, sha256 } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { type Outdated, outdatedIn } from "./documents.ts";
import { acceptances } from "./records.ts";
import type { PolicyDocument } from "./text.ts";

/** Who said it, in which language, on which page. */
export interface ConsentFacts {
  accountId: AccountId;
  locale: string;
  surface: string;
  now: Millis;
}

/** Versions of a text that one person can have agreed to within three years. */
const MAX_LISTED = 200;

/** Adds one ledger line for each text, as it was shown. */
export function addAcceptances(
  write: Write,
  said: ConsentFacts,
  shown: readonly PolicyDocument[],
): void {
  for (const document of shown) {
    write.add(acceptances, {
      id: newId(),
      accountId: said.accountId,
      document: document.slug,
      version: document.version,
      textHash: hashOf(document),
      locale: said.locale,
      surface: said.surface,
      choice: "accepted",
      at: said.now,
    });
  }
}

/** Somebody who has an account agrees to texts. Throws StoreUnavailable. */
export async function accept(
  store: Store,
  said: ConsentFacts,
  shown: readonly PolicyDocument[],
): Promise<void> {
  await store.transactOrThrow("note what was agreed to", (write) => {
    addAcceptances(write, said, shown);
  });
}

/** The texts that this person must agree to before the next match. */
export async function outdatedTexts(
  store: Store,
  accountId: AccountId,
): Promise<Outdated[]> {
  const { items } = await store.list(acceptances, "byAccount", {
    of: [accountId],
    limit: MAX_LISTED,
    reverse: true,
  });
  return outdatedIn(items.map(({ value }) => value));
}

/**
 * The language in which a person last agreed to our texts, and so reads; null
 * for whoever agreed to nothing.
 */
export async function agreedLocaleOf(
  store: Store,
  accountId: AccountId,
): Promise<string | null> {
  const { items: [last] } = await store.list(acceptances, "byAccount", {
    of: [accountId],
    limit: 1,
    reverse: true,
  });
  return last?.value.locale ?? null;
}

/** Names the exact words that were shown: SHA-256 of the whole text. */
export function hashOf(document: PolicyDocument): string {
  return sha256(JSON.stringify(document));
}
