import type { Audit } from "../audit/mod.ts";
import { ok, refuse, type Result } from "../kernel/mod.ts";
import { confirmSanctionsOf, endSanctionsOf } from "../standing/mod.ts";
import type { Actor } from "../staff/mod.ts";
import type { Stored, Write } from "../store/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import { append, loadCase } from "./case_store.ts";
import { isOwn, ownsReport } from "./claims.ts";
import { tellUndone } from "./decide.ts";
import type { SafetyDeps } from "./deps.ts";
import { decisions } from "./records.ts";
import {
  type Decision,
  decisionsAbout,
  strikePoints,
  strikesIn,
} from "./strikes.ts";

export type SecondRefusal = "unknown" | "own_decision" | "own" | "no_second";

/** A second person lets a ban stand, or takes it back. */
export async function answerBan(
  deps: SafetyDeps,
  actor: Actor<"case.ban">,
  id: string,
  agrees: boolean,
): Promise<Result<Decision, SecondRefusal>> {
  const { store } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(decisions, [id]);
    if (!found) return refuse<SecondRefusal>("unknown");
    const { reported, reports } = found.value;
    const isTheirs = isOwn(actor, reported) ||
      await ownsReport(store, actor, reports);
    if (isTheirs) return refuse<SecondRefusal>("own");
    const kind = agrees ? "ban_confirmed" : "ban_declined";
    const event = { kind, staff: actor.staffId, decision: id } as const;
    const by = { kind: "staff", id: actor.staffId } as const;
    return await settle(deps, write, audit, found, event, by);
  });
  return done.ok ? done.value : refuse("unknown");
}

/** Bans that nobody confirmed in time are none; their reports open again. */
export async function lapseBans(deps: SafetyDeps): Promise<number> {
  const { store, clock } = deps;
  let lapsed = 0;
  for await (const { value } of store.eachIn(decisions, "provisional")) {
    if (value.provisionalUntil! > clock.now()) break;
    const done = await deps.auditLog.transact(async (write, audit) => {
      const found = await store.get(decisions, [value.id]);
      if (!found || found.value.provisionalUntil === null) return null;
      const event: CaseEvent = { kind: "ban_lapsed", decision: value.id };
      return await settle(deps, write, audit, found, event, { kind: "system" });
    });
    if (done.ok && done.value?.ok) lapsed++;
  }
  return lapsed;
}

async function settle(
  { store, clock }: SafetyDeps,
  write: Write,
  audit: Audit,
  found: Stored<Decision, readonly [string]>,
  event: Extract<
    CaseEvent,
    { kind: "ban_confirmed" | "ban_declined" | "ban_lapsed" }
  >,
  by: Parameters<Audit>[0]["actor"],
): Promise<Result<Decision, SecondRefusal>> {
  const now = clock.now();
  const decision = found.value;
  const loaded = (await loadCase(store, decision.case))!;
  const strikes = strikesIn(await decisionsAbout(store, decision.reported));
  const after = append(write, loaded, [event], {
    now,
    strikes: strikePoints(strikes, now),
  });
  if (typeof after === "string") {
    return refuse(after === "own_decision" ? after : "no_second");
  }
  const confirmed = event.kind === "ban_confirmed";
  const settled: Decision = {
    ...decision,
    provisionalUntil: null,
    second: "staff" in event ? event.staff : null,
    state: confirmed ? "in_force" : "lapsed",
    untoldSince: confirmed ? decision.untoldSince : now,
    changedAt: now,
  };
  write.replace(found, settled);
  if (confirmed) await confirmSanctionsOf(store, write, decision.id);
  else {
    await endSanctionsOf(store, write, decision.id, now);
    tellUndone(write, decision, now);
  }
  audit({
    actor: by,
    action: ACTIONS[event.kind],
    subject: decision.reported,
    object: decision.case,
    details: { decision: decision.id },
  });
  return ok(settled);
}

const ACTIONS = {
  ban_confirmed: "ban.confirm",
  ban_declined: "ban.decline",
  ban_lapsed: "ban.lapse",
} as const;
