import type { AccountId } from "../../lib/kernel/mod.ts";
import { Admission, type Admit, type Queue } from "../../lib/matching/mod.ts";

/** Who may join the queue by type: the proof of `admit`, and nothing else. */
export async function probe(
  queue: Queue,
  admit: Admit,
  accountId: AccountId,
): Promise<void> {
  const admitted = await admit(accountId);
  // @ts-expect-error: a refusal has no proof
  await queue.join(admitted.value, null);
  if (!admitted.ok) return;
  await queue.join(admitted.value, null);
  // @ts-expect-error: an account id is no proof
  await queue.join(accountId, null);
  // @ts-expect-error: nor is an object of the same look
  await queue.join({ accountId }, null);
  // @ts-expect-error: nor is a copy of a proof
  await queue.join({ ...admitted.value }, null);
  // @ts-expect-error: nobody makes a proof for themselves
  await queue.join(new Admission(accountId), null);
}
