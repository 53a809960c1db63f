import type { Audit } from "../audit/mod.ts";
import {
  type Millis,
  newId,
  ok,
  refuse,
  type Result,
  SECOND,
} from "../kernel/mod.ts";
import { type Actor, colleagues, type Staff } from "../staff/mod.ts";
import type { Store, Stored, Write } from "../store/mod.ts";
import {
  type Alert,
  alertTeamOf,
  isShownTo,
  mayAnswerFor,
  onCallFor,
} from "./alert_rules.ts";
import type { Case } from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import { alerts } from "./records.ts";
import type { Team } from "./vocabulary.ts";

/** Published to whenever an alert is raised. */
export const ALERTS = "alerts";

/** Of more open alerts than this nobody could answer one by one. */
const MAX_OPEN = 100;
/** Alerts that one write answers beside what else it does. */
const MAX_AT_ONCE = 2;

export interface NewAlert {
  about: Pick<Case, "number" | "team" | "reason">;
  cause: Alert["cause"];
  by: string | null;
  now: Millis;
}

/**
 * Adds an alert to the write of what raises it, so that there is none without
 * the other. Whoever is on call is told right after; see Alerter.
 */
export function raiseAlert(
  write: Write,
  audit: Audit,
  { about, cause, by, now }: NewAlert,
): void {
  const alert: Alert = {
    id: newId(),
    case: about.number,
    team: about.team,
    reason: about.reason,
    cause,
    by,
    at: now,
    rounds: 0,
    told: [],
    everybody: false,
    toldAt: null,
    dueAt: now,
    openSince: now,
    answeredBy: null,
    endedAt: null,
  };
  write.publish(ALERTS).add(alerts, alert);
  audit({
    actor: { kind: "system" },
    action: "alert.raise",
    object: alert.case,
    details: { alert: alert.id, cause },
  });
}

/** Alerts that nobody has answered yet, the oldest first. */
export async function openAlerts(store: Store): Promise<Alert[]> {
  const { items } = await store.list(alerts, "open", { limit: MAX_OPEN });
  return items.map(({ value }) => value);
}

/**
 * Says that somebody sees to an alert. Of several who press at once one has
 * answered it; the others are told `answered`.
 */
export async function answerAlert(
  { store, clock, auditLog }: SafetyDeps,
  actor: Actor<"alert.answer">,
  id: string,
): Promise<Result<Alert, "unknown" | "answered">> {
  const answered = await auditLog.transactOrThrow(
    "answer an alert",
    async (write, audit) => {
      const found = await store.get(alerts, [id]);
      const { roles } = actor.staff.facts;
      if (!found || !mayAnswerFor(roles, found.value.team)) {
        return refuse<"unknown" | "answered">("unknown");
      }
      if (found.value.openSince === null) return refuse("answered" as const);
      return ok(endAlert(write, audit, found, {
        answeredBy: actor.staffId,
        now: clock.now(),
      }));
    },
  );
  return answered!;
}

/**
 * Whoever takes a case has seen it: its alerts are answered in the same write.
 */
export async function answerAlertsOf(
  store: Store,
  write: Write,
  audit: Audit,
  { number, staffId, now }: { number: string; staffId: string; now: Millis },
): Promise<void> {
  const { items } = await store.list(alerts, "byCase", {
    of: [number],
    limit: 20,
    reverse: true,
  });
  // A commit checks ten records; the alerter ends what is left of them at once.
  const open = items.filter(({ value }) => value.openSince !== null);
  for (const found of open.slice(0, MAX_AT_ONCE)) {
    endAlert(write, audit, found, { answeredBy: staffId, now });
  }
}

/** Puts the end of an alert into a write. */
export function endAlert(
  write: Write,
  audit: Audit,
  found: Stored<Alert, readonly [string]>,
  { answeredBy, now }: { answeredBy: string | null; now: Millis },
): Alert {
  const ended = {
    ...found.value,
    ...{ answeredBy, endedAt: now, dueAt: null, openSince: null },
  };
  write.publish(ALERTS).replace(found, ended);
  audit({
    actor: answeredBy === null
      ? { kind: "system" }
      : { kind: "staff", id: answeredBy },
    action: answeredBy === null ? "alert.end" : "alert.answer",
    object: ended.case,
    details: {
      alert: ended.id,
      seconds: Math.round((now - ended.at) / SECOND),
    },
  });
  return ended;
}

/** What one of the staff is shown of alerts, on every page. */
export interface AlertsView {
  alerts: readonly Alert[];
  /** True where an alert would find nobody on call; null if that is not theirs. */
  nobodyOnCall: boolean | null;
}

/** The open alerts that this colleague is to see, and who is on call. */
export async function alertsFor(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  { staffId, facts: { roles } }: Pick<Staff, "staffId" | "facts">,
): Promise<AlertsView> {
  const team = alertTeamOf(roles);
  if (team === null) return { alerts: [], nobodyOnCall: null };
  const all = await colleagues(store, clock.now());
  const open = await openAlerts(store);
  return {
    alerts: open.filter((alert) => isShownTo(staffId, alert, all)),
    nobodyOnCall: onCallFor(team, all).length === 0,
  };
}

/** The last alert about a case of these teams; null where there was none. */
export async function lastAlert(
  store: Store,
  teams: readonly Team[],
): Promise<Alert | null> {
  const { items } = await store.list(alerts, "byTime", {
    limit: MAX_OPEN,
    reverse: true,
  });
  return items.map(({ value }) => value)
    .find(({ team }) => teams.includes(team)) ?? null;
}
