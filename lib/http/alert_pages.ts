import { type Alert, alertsFor, mayReadCases, pathOf } from "../safety/mod.ts";
import { type Staff, staffNames } from "../staff/mod.ts";
import type { State } from "./state.ts";

/** An open alert as its banner shows it. */
export interface ShownAlert
  extends Pick<Alert, "id" | "case" | "cause" | "at" | "rounds" | "everybody"> {
  /** When the first were told; null for not yet. */
  toldAt: number | null;
  /** Who was told last, by name. */
  names: readonly string[];
  /** Where the case is read; null for whoever may not read it. */
  path: string | null;
}

/** What the banners of the back office show one of the staff. */
export interface AlertBanners {
  alerts: readonly ShownAlert[];
  nobodyOnCall: boolean;
}

/** The alerts that concern this colleague now, on every page of theirs. */
export async function alertBanners(
  { millo }: Pick<State, "millo">,
  staff: Staff,
): Promise<AlertBanners> {
  const { alerts, nobodyOnCall } = await alertsFor(millo, staff);
  const names = await staffNames(
    millo.store,
    alerts.flatMap(({ told }) => told),
  );
  return {
    nobodyOnCall: nobodyOnCall === true,
    alerts: alerts.map((alert) => ({
      id: alert.id,
      case: alert.case,
      cause: alert.cause,
      at: alert.at,
      rounds: alert.rounds,
      everybody: alert.everybody,
      toldAt: alert.toldAt,
      names: alert.told.flatMap((id) => names.get(id) ?? []),
      path: mayReadCases(staff, alert.team) ? pathOf(alert) : null,
    })),
  };
}
