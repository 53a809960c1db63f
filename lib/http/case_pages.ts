import { HttpError } from "fresh";
import type { Millo } from "../app/mod.ts";
import type { Millis } from "../kernel/mod.ts";
import {
  appealsWaiting,
  type CaseActor,
  casesWaiting,
  type CaseView,
  caseView,
  claimCase,
  isOwnCase,
  lookTally,
  mayReadCases,
  repliesFor,
  TEAMS,
  UNDO,
} from "../safety/mod.ts";
import { type Staff, staffNames } from "../staff/mod.ts";
import { isPress } from "./press.ts";
import type { StaffCtx, State } from "./state.ts";

const waiting = new WeakMap<State, ReturnType<typeof countWaiting>>();

/**
 * What waits for this colleague; null for what is none of theirs. Counted once
 * a request: the rail shows it beside the page that may show it, too.
 */
export function waitingFor(state: State, staff: Staff) {
  const counted = waiting.get(state) ?? countWaiting(state.millo, staff);
  waiting.set(state, counted);
  return counted;
}

async function countWaiting(
  { store, clock }: Pick<Millo, "store" | "clock">,
  staff: Staff,
) {
  const now = clock.now();
  const teams = TEAMS.filter((team) => mayReadCases(staff, team));
  const [cases, appeals, ageFlags] = await Promise.all([
    staff.may("case.read") ? casesWaiting(store, "general", now) : null,
    staff.may("appeal.read") ? appealsWaiting(store, teams, now) : null,
    staff.may("age.read") ? casesWaiting(store, "child_safety", now) : null,
  ]);
  return { cases, appeals, ageFlags };
}

/**
 * A case of this team, with who is named on the page; null for no such. Throws
 * 403 for one about the reader: it would tell them what others said of them.
 */
export async function caseData(
  ctx: StaffCtx,
  team: CaseView["value"]["team"] = "general",
) {
  const { millo: { safety, store, clock }, principal: staff } = ctx.state;
  const view = await caseView(safety, ctx.params.number);
  if (view?.value.team !== team) return null;
  if (await isOwnCase(store, staff, ctx.params.number)) {
    throw new HttpError(403);
  }
  const ids = [
    view.claim?.staff ?? null,
    ...view.earlier.map((decision) => decision.staff),
    ...view.notes.map((note) => note.staff),
    ...view.events.map(({ event }) => "staff" in event ? event.staff : null),
  ];
  const now = clock.now();
  const undoable = view.earlier.find((decision) =>
    decision.staff === staff.staffId && decision.state === "in_force" &&
    now - decision.at <= UNDO
  );
  return {
    now,
    view,
    names: await staffNames(store, ids),
    me: staff.staffId,
    may: {
      decide: staff.may("case.decide"),
      open: staff.may("evidence.open"),
      ban: staff.may("case.ban"),
    },
    undoable: undoable?.id ?? null,
    looking: {
      ...staff.facts.preferences,
      tally: await lookTally(store, staff.staffId, now),
    },
    replies: staff.may("reply.write") ? await repliesFor(store, staff) : null,
  };
}

/**
 * Goes on having a case while its page is open. What was read for the page
 * before says from now on until when that is.
 */
export async function renewClaim(
  ctx: StaffCtx,
  actor: CaseActor,
  data?: { now: Millis; view: Pick<CaseView, "claim"> },
): Promise<void> {
  if (!isPress(ctx.req)) return;
  const { safety, clock } = ctx.state.millo;
  const claimed = await claimCase(safety, actor, ctx.params.number);
  if (!data || !claimed.ok) return;
  data.view.claim = claimed.value;
  data.now = clock.now();
}
