import type { Millis } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import type { Appeal } from "./appeals.ts";
import { type CaseView, caseView } from "./case_view.ts";
import { type Claim, claimOn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { appeals, decisions } from "./records.ts";
import type { Decision } from "./strikes.ts";
import type { Team } from "./vocabulary.ts";

const PAGE_SIZE = 50;

export interface AppealRow {
  appeal: Omit<Appeal, "appellant">;
  decision: Omit<Decision, "reported">;
  claim: Claim | null;
}

/** Open appeals, the most urgent first. */
export async function listAppeals(
  store: Store,
  team: Team,
  now: Millis,
  cursor: string | null,
): Promise<{ rows: AppealRow[]; cursor: string | null }> {
  const batch = await store.list(appeals, "open", {
    of: [team],
    limit: PAGE_SIZE,
    cursor,
  });
  const rows = await Promise.all(batch.items.map(async ({ value }) => {
    const decision = await store.get(decisions, [value.decision]);
    return decision && {
      appeal: value,
      decision: decision.value,
      claim: await claimOn(store, value.id, now),
    };
  }));
  return { rows: rows.filter((row) => row !== null), cursor: batch.cursor };
}

export interface AppealView extends AppealRow {
  /** The case that it was decided in. */
  of: CaseView;
}

/** An appeal with the whole picture; null where none of these teams has it. */
export async function appealView(
  deps: SafetyDeps,
  id: string,
  teams: readonly Team[],
): Promise<AppealView | null> {
  const { store, clock } = deps;
  const appeal = await store.get(appeals, [id]);
  if (!appeal || !teams.includes(appeal.value.team)) return null;
  const decision = await store.get(decisions, [appeal.value.decision]);
  const of = await caseView(deps, appeal.value.case);
  if (!decision || !of) return null;
  const claim = await claimOn(store, id, clock.now());
  return { appeal: appeal.value, decision: decision.value, claim, of };
}
