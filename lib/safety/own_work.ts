import type { Millis } from "../kernel/mod.ts";
import type { Staff } from "../staff/mod.ts";
import { type Store, subjectHashOf } from "../store/mod.ts";
import type { Appeal } from "./appeals.ts";
import { type Case, eventsOf, loadCase } from "./case_store.ts";
import { appeals, cases, claims } from "./records.ts";
import { mayReadCases } from "./teams.ts";
import { TEAMS } from "./vocabulary.ts";

type Facts = Pick<Staff, "staffId" | "facts" | "may">;

/** Something that waits for one of the staff by name. */
export type OwnWork =
  /** They have it, until their claim ends. */
  | { what: "case"; case: Case; until: Millis }
  | { what: "appeal"; appeal: Appeal; until: Millis }
  /** Somebody else's ban ends then, unless a second person agrees. */
  | { what: "ban"; case: Case; by: string; until: Millis }
  /** Somebody asked that another one decides. */
  | { what: "opinion"; case: Case; by: string; until: Millis | null }
  /** They put it off themselves, and it comes back then. */
  | { what: "later"; case: Case; until: Millis };

/** Open cases that are looked at, the most urgent first. */
const MAX_LOOKED_AT = 200;
/** Cases whose events are read, at most. */
const MAX_READ = 20;
const MAX_CLAIMS = 20;

/** What waits for this colleague by name, the soonest first. */
export async function ownWork(
  store: Store,
  staff: Facts,
  now: Millis,
): Promise<OwnWork[]> {
  const [held, waiting] = await Promise.all([
    heldBy(store, staff, now),
    waitingFor(store, staff, now),
  ]);
  const own = new Set(held.map((one) => "case" in one ? one.case.number : ""));
  return [...held, ...waiting.filter((one) => !own.has(one.case.number))]
    .sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity));
}

async function heldBy(
  store: Store,
  staff: Facts,
  now: Millis,
): Promise<OwnWork[]> {
  const { items } = await store.list(claims, "byStaff", {
    of: [staff.staffId],
    limit: MAX_CLAIMS,
  });
  const found = items.map(({ value }) => value)
    .filter(({ until }) => until > now)
    .map(async ({ item, until }): Promise<OwnWork[]> => {
      const isCase = item.startsWith("MC-");
      const held = isCase
        ? await store.get(cases, [item])
        : await store.get(appeals, [item]);
      if (!held || !mayReadCases(staff, held.value.team)) return [];
      return "number" in held.value
        ? [{ what: "case", case: held.value, until }]
        : [{ what: "appeal", appeal: held.value, until }];
    });
  return (await Promise.all(found)).flat();
}

type Waiting = Extract<OwnWork, { what: "ban" | "opinion" | "later" }>;

async function waitingFor(
  store: Store,
  staff: Facts,
  now: Millis,
): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const team of TEAMS.filter((team) => mayReadCases(staff, team))) {
    const { items } = await store.list(cases, "queue", {
      of: [team],
      limit: MAX_LOOKED_AT,
    });
    const marked = items.map(({ value }) => value)
      .filter(({ secondOpinion, snoozedUntil }) =>
        secondOpinion || snoozedUntil !== null && snoozedUntil > now
      )
      .filter(({ reported }) => !isTheirOwn(staff, reported));
    for (const one of marked.slice(0, MAX_READ)) {
      const work = one.secondOpinion
        ? await asSecond(store, staff, one)
        : await asPutOff(store, staff, one);
      if (work) found.push(work);
    }
  }
  return found;
}

/** Whoever decided or asked is not the second person. */
async function asSecond(
  store: Store,
  staff: Facts,
  one: Case,
): Promise<Waiting | null> {
  const loaded = await loadCase(store, one.number);
  const { second = null, secondOpinion = null } = loaded?.state ?? {};
  if (second !== null) {
    const { by, until } = second;
    const isTheirs = by !== staff.staffId && staff.may("case.ban");
    return isTheirs ? { what: "ban", case: one, by, until } : null;
  }
  const isTheirs = secondOpinion !== null && secondOpinion !== staff.staffId &&
    staff.may("case.decide");
  return isTheirs
    ? { what: "opinion", case: one, by: secondOpinion, until: one.dueAt }
    : null;
}

async function asPutOff(
  store: Store,
  { staffId }: Facts,
  one: Case,
): Promise<Waiting | null> {
  const last = (await eventsOf(store, one.number)).map(({ event }) => event)
    .findLast((event) => event.kind === "snoozed");
  return last?.staff === staffId
    ? { what: "later", case: one, until: one.snoozedUntil! }
    : null;
}

function isTheirOwn({ facts }: Facts, reported: Case["reported"]): boolean {
  return reported !== null && facts.ownAccounts.has(subjectHashOf(reported));
}
