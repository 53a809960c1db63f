import type { Store, Stored, ValueOf } from "../store/mod.ts";
import { staffAccounts } from "./records.ts";

export type StoredAccount = Stored<
  ValueOf<typeof staffAccounts>,
  readonly [string]
>;

/** More than a company of this size will ever have. */
const MAX_STAFF = 500;

/** Those who have not left, in the order of joining. */
export async function presentAccounts(
  store: Store,
): Promise<StoredAccount[]> {
  const { items } = await store.list(staffAccounts, "byJoining", {
    limit: MAX_STAFF,
  });
  return items.filter(({ value }) => value.removedAt === null);
}
