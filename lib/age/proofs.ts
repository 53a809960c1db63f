import type { AccountId, Millis } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { ageProofs } from "./records.ts";

/** Keeps that a provider said yes for a person; a later yes takes its place. */
export async function noteProof(
  store: Store,
  write: Write,
  accountId: AccountId,
  now: Millis,
): Promise<void> {
  const found = await store.get(ageProofs, [accountId]);
  write.put(found, ageProofs, {
    accountId,
    method: "external",
    passed: true,
    provenAt: now,
  });
}

/** When a provider last said yes for a person; null for never. */
export async function provenAt(
  store: Store,
  accountId: AccountId,
): Promise<Millis | null> {
  return (await store.get(ageProofs, [accountId]))?.value.provenAt ?? null;
}
