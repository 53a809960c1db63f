import { ok, refuse, type Result } from "../kernel/mod.ts";
import type { StaffDeps } from "./deps.ts";
import { type Preferences, setPreferences } from "./preferences.ts";
import { MAX_QUEUE_VIEWS } from "./records.ts";
import type { Staff } from "./staff.ts";

/** What one of the staff leaves out of the queue of cases, under a name. */
export type SavedView = Preferences["queueViews"][number];

type Owner = Pick<Staff, "staffId">;

/**
 * Saves a view of the queue for oneself; one of the same name is replaced.
 * `full` once there are twenty. Throws StoreUnavailable.
 */
export async function saveQueueView(
  deps: Pick<StaffDeps, "store" | "clock">,
  owner: Owner,
  view: SavedView,
): Promise<Result<null, "full">> {
  const after = await setPreferences(deps, owner, ({ queueViews }) => {
    const others = queueViews.filter(({ name }) => name !== view.name);
    return others.length < MAX_QUEUE_VIEWS
      ? { queueViews: [...others, view] }
      : {};
  });
  const isSaved = after?.queueViews.some(({ name, query }) =>
    name === view.name && query === view.query
  );
  return isSaved === false ? refuse("full") : ok(null);
}

/** Removes a view of one's own; without one of that name nothing happens. */
export async function removeQueueView(
  deps: Pick<StaffDeps, "store" | "clock">,
  owner: Owner,
  name: string,
): Promise<void> {
  await setPreferences(deps, owner, ({ queueViews }) => ({
    queueViews: queueViews.filter((one) => one.name !== name),
  }));
}
