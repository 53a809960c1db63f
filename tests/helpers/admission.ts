import type { AccountId } from "../../lib/kernel/mod.ts";
import {
  type Admission,
  type AdmissionChecks,
  type AdmissionRefusal,
  createAdmit,
} from "../../lib/matching/mod.ts";

/** Every check says that nothing stands against anybody. */
export const NOTHING_AGAINST: AdmissionChecks = {
  banned: () => Promise.resolve(true),
  held: () => Promise.resolve(true),
  suspended: () => Promise.resolve(true),
  restricted: () => Promise.resolve(true),
  outdated: () => Promise.resolve(true),
};

/** Lets everybody in, whatever stands against them. */
export const admitAll = createAdmit(NOTHING_AGAINST);

/** One check for each reason, in the order in which they are asked. */
export function checksBy(
  check: (reason: AdmissionRefusal) => AdmissionChecks["banned"],
): AdmissionChecks {
  return {
    banned: check("banned"),
    held: check("held"),
    suspended: check("suspended"),
    restricted: check("restricted"),
    outdated: check("outdated"),
  };
}

/** The proof for somebody whom nothing keeps out. */
export async function admissionOf(accountId: AccountId): Promise<Admission> {
  const admitted = await admitAll(accountId);
  if (!admitted.ok) throw new Error("Cannot be refused");
  return admitted.value;
}
