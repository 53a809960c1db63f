import type { AccountId } from "../../lib/kernel/mod.ts";
import { type Admission, createAdmit } from "../../lib/matching/mod.ts";

/** Lets everybody in, whatever stands against them. */
export const admitAll = createAdmit({
  restricted: () => Promise.resolve(true),
  outdated: () => Promise.resolve(true),
});

/** The proof for somebody whom nothing keeps out. */
export async function admissionOf(accountId: AccountId): Promise<Admission> {
  const admitted = await admitAll(accountId);
  if (!admitted.ok) throw new Error("Cannot be refused");
  return admitted.value;
}
