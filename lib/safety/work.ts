import {
  DAY,
  type Millis,
  newId,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import type { Actor } from "../staff/mod.ts";
import { raiseAlert } from "./alerts.ts";
import type { CaseEvent } from "./case_events.ts";
import { append, loadCase } from "./case_store.ts";
import { type CaseActor, heldClaim, isOwn, mayWorkOn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { caseNotes } from "./records.ts";
import { decisionsAbout, strikePoints, strikesIn } from "./strikes.ts";

/** How long a case can be put off at most. */
export const MAX_LATER: Millis = DAY;

export type WorkRefusal = "unknown" | "own" | "lapsed" | "stale";

/** Writes a note for colleagues, on the case or on the person. */
export async function addCaseNote(
  deps: SafetyDeps,
  actor: CaseActor,
  { number, text, aboutPerson }: {
    number: string;
    text: string;
    aboutPerson: boolean;
  },
): Promise<Result<null, WorkRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const loaded = await loadCase(store, number);
    if (!loaded || !mayWorkOn(actor, loaded.value.team)) return "unknown";
    if (isOwn(actor, loaded.value.reported)) return "own";
    const now = clock.now();
    const event = { kind: "noted", staff: actor.staffId } as const;
    const after = append(write, loaded, [event], { now, strikes: null });
    if (typeof after === "string") return "stale";
    const { reported } = loaded.value;
    write.add(caseNotes, {
      id: newId(),
      case: number,
      reported,
      aboutPerson,
      staff: actor.staffId,
      text,
      at: now,
    });
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: "case.note",
      object: number,
    });
    return null;
  });
  if (!done.ok) return refuse("stale");
  return done.value === null ? ok(null) : refuse(done.value as WorkRefusal);
}

/** Puts a case off, or asks that somebody else decides it. */
export function putOff(
  deps: SafetyDeps,
  actor: Actor<"case.claim">,
  number: string,
  until: Millis,
): Promise<Result<null, WorkRefusal>> {
  const last = deps.clock.now() + MAX_LATER;
  return passOn(deps, actor, number, "case.snooze", {
    kind: "snoozed",
    staff: actor.staffId,
    until: Math.min(until, last),
  });
}

export function askSecond(
  deps: SafetyDeps,
  actor: Actor<"case.claim">,
  number: string,
): Promise<Result<null, WorkRefusal>> {
  return passOn(deps, actor, number, "case.second", {
    kind: "second_asked",
    staff: actor.staffId,
  });
}

/** Passes a case on to whoever is on call. Needs neither rule nor reason. */
export function escalate(
  deps: SafetyDeps,
  actor: CaseActor,
  number: string,
): Promise<Result<null, WorkRefusal>> {
  return passOn(deps, actor, number, "case.escalate", {
    kind: "escalated",
    staff: actor.staffId,
  });
}

/** The case leaves whoever has it. */
async function passOn(
  deps: SafetyDeps,
  actor: CaseActor,
  number: string,
  action: "case.snooze" | "case.second" | "case.escalate",
  event: CaseEvent,
): Promise<Result<null, WorkRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const loaded = await loadCase(store, number);
    if (!loaded || !mayWorkOn(actor, loaded.value.team)) return "unknown";
    // Who is held waits for nobody's convenience.
    const isFlag = loaded.value.team === "child_safety";
    if (isFlag && action !== "case.escalate") return "unknown";
    if (isOwn(actor, loaded.value.reported)) return "own";
    const now = clock.now();
    const claim = await heldClaim(store, actor.staffId, number, now);
    if (!claim) return "lapsed";
    const strikes = strikesIn(
      await decisionsAbout(store, loaded.value.reported),
    );
    const after = append(write, loaded, [event], {
      now,
      strikes: strikePoints(strikes, now),
    });
    if (typeof after === "string") return "stale";
    write.remove(claim);
    if (event.kind === "escalated") {
      const about = loaded.value;
      const by = actor.staffId;
      raiseAlert(write, audit, { about, cause: "passed_on", by, now });
    }
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action,
      object: number,
    });
    return null;
  });
  if (!done.ok) return refuse("stale");
  return done.value === null ? ok(null) : refuse(done.value as WorkRefusal);
}
