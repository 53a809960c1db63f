import type { Store, ValueOf } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import { preferences, staffPreferences } from "./records.ts";
import type { Staff } from "./staff.ts";

/** How one of the staff likes the back office. */
export type Preferences = Omit<
  ValueOf<typeof staffPreferences>,
  "staffId" | "at"
>;

/** What somebody has set, and the rest as it is for everybody. */
export async function preferencesOf(
  store: Store,
  staffId: string,
): Promise<Preferences> {
  const found = await store.get(staffPreferences, [staffId]);
  return preferences.parse(found?.value ?? {});
}

/**
 * Sets what is named, or what is worked out from how it is, and leaves the
 * rest; answers how it is then, null for whoever is erased. Throws
 * StoreUnavailable.
 */
export async function setPreferences(
  { store, clock }: Pick<StaffDeps, "store" | "clock">,
  { staffId }: Pick<Staff, "staffId">,
  wanted: Partial<Preferences> | ((now: Preferences) => Partial<Preferences>),
): Promise<Preferences | null> {
  return await store.transactOrThrow("set preferences", async (write) => {
    const found = await store.get(staffPreferences, [staffId]);
    const before = preferences.parse(found?.value ?? {});
    const change = typeof wanted === "function" ? wanted(before) : wanted;
    const after = preferences.parse({ ...before, ...change });
    write.put(found, staffPreferences, { ...after, staffId, at: clock.now() });
    return after;
  });
}
