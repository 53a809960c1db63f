import {
  DEFAULT_LOCALE,
  isLocale,
  type Locale,
  translator,
} from "../i18n/mod.ts";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import { addMail } from "../notices/mod.ts";
import {
  alertAddresses,
  type Colleague,
  colleagues,
  lastShiftUntold,
  type Shift,
} from "../staff/mod.ts";
import type { Stored, Write } from "../store/mod.ts";
import {
  type Alert,
  MAX_ROUNDS,
  mayAnswerFor,
  nextRound,
  ROUND,
} from "./alert_rules.ts";
import { ALERTS, endAlert, openAlerts } from "./alerts.ts";
import type { CaseStatus } from "./case_state.ts";
import { claimOn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { alerts, cases } from "./records.ts";

export interface AlerterOptions {
  safety: Pick<SafetyDeps, "store" | "clock" | "auditLog">;
  /** Told where an alert reaches nobody. */
  onError(what: string, error: unknown): void;
}

/** A mail about an alert says nothing new once every round is over. */
const USEFUL: Millis = 30 * MINUTE;

/** A person has decided about everything in it. */
const DECIDED: readonly CaseStatus[] = ["closed", "second_awaited"];

type StoredAlert = Stored<Alert, readonly [string]>;

/**
 * Tells whoever is on call of alerts, round after round, until somebody has
 * answered. What is due lies in the store: a round that a process left undone
 * is done by another, or by the timetable after a new start.
 */
export class Alerter {
  #running: Promise<number> | null = null;
  #again = false;
  #unsubscribe: (() => void) | null = null;

  constructor(readonly options: AlerterOptions) {}

  /** From now on alerts are told as they are raised. */
  start(): void {
    const { safety, onError } = this.options;
    this.#unsubscribe = safety.store.subscribe(ALERTS, () => {
      this.run().catch((error) => onError("tell of an alert", error));
    });
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#again = false;
    await this.#running?.catch(() => {});
  }

  /**
   * Tells what is due; answers how many alerts are open. One run at a time: a
   * second call makes it look again. Throws StoreUnavailable.
   */
  run(): Promise<number> {
    if (this.#running) this.#again = true;
    this.#running ??= this.#all().finally(() => this.#running = null);
    return this.#running;
  }

  async #all(): Promise<number> {
    let open = 0;
    do {
      this.#again = false;
      open = await this.#look();
    } while (this.#again);
    await this.#tellOfGap();
    return open;
  }

  async #look(): Promise<number> {
    const { store, clock } = this.options.safety;
    const seen = new Set<string>();
    const open = await openAlerts(store);
    for (const alert of open) {
      const found = await store.get(cases, [alert.case]);
      // A merge answers nothing: whoever is in danger is so in the other case.
      const isOver = !found || DECIDED.includes(found.value.status);
      const claim = await claimOn(store, alert.case, clock.now());
      // Whoever took the case since has seen it; who had it before may not.
      const taken = claim && claim.since >= alert.at ? claim.staff : null;
      // One alert at a time is enough for a case.
      if (taken !== null || isOver || seen.has(alert.case)) {
        await this.#end(alert.id, taken);
      } else if (alert.dueAt !== null && alert.dueAt <= clock.now()) {
        await this.#tell(alert.id);
      }
      seen.add(alert.case);
    }
    return open.length;
  }

  async #end(id: string, answeredBy: string | null): Promise<void> {
    const { store, clock, auditLog } = this.options.safety;
    await auditLog.transactOrThrow("end an alert", async (write, audit) => {
      const found = await store.get(alerts, [id]);
      if (!found || found.value.openSince === null) return;
      endAlert(write, audit, found, { answeredBy, now: clock.now() });
    });
  }

  /** One round: mails and their note on the alert are one write. */
  async #tell(id: string): Promise<void> {
    const { safety: { store, clock, auditLog }, onError } = this.options;
    const told = await auditLog.transactOrThrow(
      "tell of an alert",
      async (write, audit) => {
        const found = await store.get(alerts, [id]);
        const now = clock.now();
        const { dueAt, rounds } = found?.value ?? { dueAt: null, rounds: 0 };
        if (!found || dueAt === null || dueAt > now) return null;
        if (rounds === MAX_ROUNDS) {
          write.replace(found, { ...found.value, dueAt: null });
          audit(sendEntry(found.value, { round: rounds, told: 0, mailed: 0 }));
          return { mailed: 0, rounds };
        }
        const round = nextRound(found.value, await colleagues(store, now));
        const mailed = await this.#mail(write, found, round.told);
        const staffIds = round.told.map(({ staffId }) => staffId);
        write.publish(ALERTS).replace(found, {
          ...found.value,
          rounds: rounds + 1,
          told: staffIds,
          everybody: round.everybody,
          toldAt: found.value.toldAt ?? now,
          dueAt: now + ROUND,
        });
        audit(sendEntry(found.value, {
          ...{ round: rounds + 1, told: staffIds.length, mailed },
        }));
        return { mailed, rounds: rounds + 1 };
      },
    );
    if (told?.mailed !== 0) return;
    // The log keeps no messages of errors, so each says what it is by its name.
    const what = told.rounds === MAX_ROUNDS
      ? `find anybody who answers alert ${id}`
      : `mail alert ${id} to anybody`;
    onError(what, new Error("nobody answered, or nobody has an address"));
  }

  async #mail(
    write: Write,
    { value: alert }: StoredAlert,
    told: readonly Colleague[],
  ): Promise<number> {
    const { store, clock } = this.options.safety;
    const now = clock.now();
    const addresses = await alertAddresses(
      store,
      told.map(({ staffId }) => staffId),
    );
    const isNobodyOnCall = told.every(({ onCallUntil }) =>
      onCallUntil === null
    );
    for (const { address, locale } of addresses) {
      const t = translator(localeOf(locale));
      addMail(write, {
        to: address,
        accountId: null,
        template: "alertRaised",
        values: {
          number: alert.case,
          cause: alert.cause,
          reason: t(`report.reason.${alert.reason}`),
          time: new Date(alert.at).toISOString().slice(11, 19),
          nobody: isNobodyOnCall ? 1 : 0,
          to: pathOf(alert),
        },
        locale,
        now,
        urgent: true,
        usefulUntil: now + USEFUL,
      });
    }
    return addresses.length;
  }

  /** Once a shift has ended that nobody follows, all who may answer hear it. */
  async #tellOfGap(): Promise<void> {
    const { store, clock, auditLog } = this.options.safety;
    if (await lastShiftUntold(store, clock.now()) === null) return;
    await auditLog.transactOrThrow("tell of a gap", async (write, audit) => {
      const now = clock.now();
      const last: Stored<Shift, readonly [string]> | null =
        await lastShiftUntold(store, now);
      if (last === null) return;
      const able = (await colleagues(store, now))
        .filter(({ roles }) => mayAnswerFor(roles, "general"));
      const addresses = await alertAddresses(
        store,
        able.map(({ staffId }) => staffId),
      );
      write.replace(last, { ...last.value, gapToldAt: now });
      for (const { address, locale } of addresses) {
        addMail(write, {
          ...{ to: address, accountId: null, locale, now, urgent: true },
          template: "nobodyOnCall",
          values: {},
          usefulUntil: now + USEFUL,
        });
      }
      const details = { mailed: addresses.length };
      audit({ actor: { kind: "system" }, action: "alert.gap", details });
    });
  }
}

function sendEntry(
  alert: Alert,
  details: { round: number; told: number; mailed: number },
) {
  return {
    actor: { kind: "system" },
    action: "alert.send",
    object: alert.case,
    details: { alert: alert.id, ...details },
  } as const;
}

/** Where the case of an alert is read. */
export function pathOf({ team, case: number }: Alert): string {
  return team === "general" ? `/admin/cases/${number}` : `/admin/age/${number}`;
}

function localeOf(locale: string): Locale {
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}
