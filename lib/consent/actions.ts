import { digest, type Millis, newId } from "../kernel/mod.ts";
import type { Write } from "../store/mod.ts";
import { currentDocument, type PolicyDocument } from "./documents.ts";
import { acceptances } from "./records.ts";

/** Everything that must be agreed to before a call. */
export const REQUIRED = ["rules", "privacy"] as const;

/** Adds one ledger line for each required text in force. */
export async function addAcceptances(
  write: Write,
  given: { account: string; locale: string; surface: string; now: Millis },
): Promise<void> {
  for (const slug of REQUIRED) {
    const document = currentDocument(slug);
    write.add(acceptances, {
      id: newId(),
      account: given.account,
      document: slug,
      version: document.version,
      textHash: await hashOf(document),
      locale: given.locale,
      surface: given.surface,
      choice: "accepted",
      at: given.now,
    });
  }
}

/** Names the exact words that were shown: SHA-256 of the whole text. */
export function hashOf(document: PolicyDocument): Promise<string> {
  return digest(JSON.stringify(document));
}
