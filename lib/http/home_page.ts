import { healthOf } from "../app/mod.ts";
import { entriesSince, lastVerification } from "../audit/mod.ts";
import { dayOf, type Millis, SECOND } from "../kernel/mod.ts";
import { TIMETABLE } from "../jobs/mod.ts";
import { mailWaitsSince } from "../notices/mod.ts";
import {
  alertTeamOf,
  lastAlert,
  mayReadCases,
  onCallFor,
  type OwnWork,
  ownWork,
  REASON_IDS,
  REASONS,
  TEAMS,
} from "../safety/mod.ts";
import { colleagues, listStaff, type Staff, staffNames } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { waitingFor } from "./case_pages.ts";
import type { StaffCtx } from "./state.ts";

/** A day has more of these than anybody needs to know to one. */
const MAX_TODAY = 500;
const FIGURES_LIFE: Millis = 30 * SECOND;

/** What waits for somebody by name, with who it comes from. */
export interface OwnWorkRow {
  work: OwnWork;
  /** Who asked or decided; null where that is nobody else. */
  by: string | null;
}

/** What the first page of the back office shows this colleague. */
export async function homeData(ctx: StaffCtx) {
  const { millo, principal: staff } = ctx.state;
  const now = millo.clock.now();
  const teams = TEAMS.filter((team) => mayReadCases(staff, team));
  const team = alertTeamOf(staff.facts.roles) ?? teams[0];
  return {
    ...await waitingFor(ctx.state, staff),
    now,
    mayTake: staff.may("case.claim"),
    own: await ownRows(ctx, staff, now),
    onCall: team
      ? {
        now: onCallFor(team, await colleagues(millo.store, now))
          .map(({ name, onCallUntil }) => ({ name, until: onCallUntil! })),
        mayAnswer: staff.may("alert.answer"),
        last: await lastAlert(millo.store, teams),
      }
      : null,
    today: staff.may("case.read") ? await todayOf(ctx, now) : null,
    system: staff.may("audit.verify") ? await systemOf(ctx, now) : null,
  };
}

async function ownRows(
  { state: { millo: { store } } }: StaffCtx,
  staff: Staff,
  now: Millis,
): Promise<OwnWorkRow[]> {
  const all = await ownWork(store, staff, now);
  const names = await staffNames(
    store,
    all.map((work) => "by" in work ? work.by : null),
  );
  return all.map((work) => ({
    work,
    by: "by" in work ? names.get(work.by) ?? null : null,
  }));
}

const figures = new WeakMap<
  Store,
  { until: Millis; today: ReturnType<typeof countToday> }
>();

/**
 * Counts since midnight in UTC, without what is child safety's. Open pages ask
 * for home with every change, so they are counted now and then.
 */
function todayOf({ state: { millo: { store } } }: StaffCtx, now: Millis) {
  const known = figures.get(store);
  if (known && now < known.until) return known.today;
  const today = countToday(store, now);
  figures.set(store, { until: now + FIGURES_LIFE, today });
  // What failed is no figure: the next page counts anew.
  today.catch(() => figures.delete(store));
  return today;
}

async function countToday(store: Store, now: Millis) {
  const since = dayOf(now);
  const [decided, filed, staff] = await Promise.all([
    entriesSince(store, "case.decide", since, MAX_TODAY),
    entriesSince(store, "report.file", since, MAX_TODAY),
    listStaff(store, now),
  ]);
  const general = filed.filter(({ details }) =>
    REASON_IDS.some((id) =>
      id === details.reason && REASONS[id].team === "general"
    )
  );
  return {
    decided: decided.length,
    filed: general.length,
    here: staff.filter(({ isHere }) => isHere).length,
  };
}

/** Whether Millo's parts do what they should. */
async function systemOf({ state: { millo } }: StaffCtx, now: Millis) {
  const { store, jobs, sender } = millo;
  const { store: kept, media, matcher } = await healthOf(millo);
  return {
    parts: { store: kept.up, media: media.up, matcher: matcher.up },
    mail: {
      isSet: sender !== null,
      waitsSince: await mailWaitsSince(store, now),
    },
    /** Each completes "Cannot …", in the words of the log. */
    failing: jobs.failing.map((name) => TIMETABLE[name].does),
    verification: await lastVerification(store),
  };
}
