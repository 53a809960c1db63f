import type { Store } from "../store/mod.ts";
import type { AuditEntry } from "./entry.ts";
import { auditEntries } from "./records.ts";

/** Published by every write that adds an entry. */
export const AUDIT_CHANNEL = "audit_entries";

/** As many as the store reads at once. */
const BATCH_SIZE = 10;

/** The next entries after an index, in order; none at the end of the log. */
export async function entriesAfter(
  store: Store,
  index: number,
): Promise<AuditEntry[]> {
  const keys = Array.from(
    { length: BATCH_SIZE },
    (_, n) => [index + 1 + n] as const,
  );
  const found = await store.getMany(auditEntries, keys);
  const end = found.indexOf(null);
  return found.slice(0, end === -1 ? BATCH_SIZE : end)
    .map((stored) => stored!.value);
}

/** The index of the newest entry; -1 for an empty log. */
export async function newestIndex(store: Store): Promise<number> {
  const batch = await store.all(auditEntries, { limit: 1, reverse: true });
  return batch.items[0]?.value.index ?? -1;
}
