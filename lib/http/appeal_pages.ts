import { HttpError } from "fresh";
import {
  appealView,
  isOwnCase,
  listAppeals,
  lookTally,
  mayAnswer,
  mayReadCases,
  milderThan,
  stepIn,
  type Team,
  TEAMS,
} from "../safety/mod.ts";
import { Actor, type Staff, staffNames } from "../staff/mod.ts";
import type { StaffCtx } from "./state.ts";

/** Whose appeals this colleague reads. */
function teamsFor(staff: Staff): Team[] {
  return TEAMS.filter((team) => mayReadCases(staff, team));
}

/** What the list of open appeals shows; child safety's own come first. */
export async function appealsData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const now = clock.now();
  const after = ctx.url.searchParams.get("after");
  const teams = teamsFor(staff);
  const last = teams.includes("general") ? "general" : "child_safety";
  const own = teams.length > 1 && after === null
    ? (await listAppeals(store, "child_safety", now, null)).rows
    : [];
  const { rows: more, cursor } = await listAppeals(store, last, now, after);
  const rows = [...own, ...more];
  const names = await staffNames(
    store,
    rows.map(({ claim }) => claim?.staff ?? null),
  );
  return {
    now,
    rows,
    names,
    me: staff.staffId,
    next: cursor && `/admin/appeals?after=${encodeURIComponent(cursor)}`,
  };
}

/**
 * What the page of an appeal shows; null for no such appeal. Throws 403 for one
 * about the reader, whose own appeal is on the pages of their account.
 */
export async function appealData(ctx: StaffCtx) {
  const { millo: { safety, store, clock }, principal: staff } = ctx.state;
  const { id } = ctx.params;
  const view = await appealView(safety, id, teamsFor(staff));
  if (!view) return null;
  if (await isOwnCase(store, staff, view.appeal.case)) {
    throw new HttpError(403);
  }
  const { lessenedTo, measures, state } = view.decision;
  const step = state === "in_force"
    ? stepIn(lessenedTo === null ? measures : [lessenedTo])
    : null;
  const now = clock.now();
  const actor = Actor.authorise(staff, "appeal.read", { now });
  const may = actor.ok ? await mayAnswer(safety, actor.value, id) : actor;
  const names = await staffNames(store, [
    view.claim?.staff ?? null,
    view.decision.staff,
    ...view.of.earlier.map((decision) => decision.staff),
    ...view.of.notes.map((note) => note.staff),
    ...view.of.events.map(({ event }) => "staff" in event ? event.staff : null),
  ]);
  return {
    now,
    view,
    names,
    me: staff.staffId,
    /** Why this person does not answer; null for who may. */
    closed: may.ok ? null : may.refusal,
    mayOpen: staff.may("evidence.open"),
    looking: {
      ...staff.facts.preferences,
      tally: await lookTally(store, staff.staffId, now),
    },
    milder: step === null ? [] : milderThan(step),
  };
}
