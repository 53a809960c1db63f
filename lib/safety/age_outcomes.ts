import {
  addPass,
  type AgeOutcome,
  type AgeProvider,
  noteProof,
  passUntil,
  ProviderUnavailable,
} from "../age/mod.ts";
import type { AccountId, Millis } from "../kernel/mod.ts";
import { newId } from "../kernel/mod.ts";
import { addNotice } from "../notices/mod.ts";
import { endReviews, endSanctionsOf, forgetReviews } from "../standing/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import {
  type AgeRequest,
  changeAwaited,
  nextLook,
  REMINDED_BEFORE,
} from "./age_requests.ts";
import {
  append,
  appendAlways,
  loadCase,
  type LoadedCase,
} from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import {
  ageRequests,
  caseLinks,
  caseNotes,
  decisions,
  evidence,
  reports,
} from "./records.ts";
import type { Decision } from "./strikes.ts";
import { tellReporters } from "./tell_reporters.ts";

/** Asks the provider how a requested check stands. Throws ProviderUnavailable. */
export async function askRequested(
  deps: SafetyDeps,
  provider: AgeProvider,
  id: string,
): Promise<void> {
  const found = await deps.store.get(ageRequests, [id]);
  const ref = found?.value.ref ?? null;
  if (found?.value.state !== "awaited" || ref === null) return;
  await settleRequested(deps, ref, await provider.ask(ref));
}

/**
 * Takes the outcome of a requested check. A yes lets the person back and makes
 * the flag name nobody; a no puts the flag first in the queue, where a person
 * confirms it. A yes that is over opens nothing: the check can begin anew.
 * Answers whether there was such a check; a second time changes nothing.
 */
export async function settleRequested(
  deps: SafetyDeps,
  ref: string,
  outcome: AgeOutcome,
): Promise<boolean> {
  const { store, clock } = deps;
  const { items: [named] } = await store.list(ageRequests, "byRef", {
    of: [ref],
    limit: 1,
  });
  if (!named || outcome.state === "pending") return false;
  const { id } = named.value;
  if (outcome.state === "failed") {
    await fail(deps, id);
  } else if (outcome.expiresAt <= clock.now()) {
    await changeAwaited(deps, id, (request) => ({
      ...request,
      ...{ ref: null, url: null },
    }));
  } else {
    const answer = await pass(deps, id);
    await forgetFlag(deps, id);
    if (answer) await tellReporters(deps, answer);
  }
  return true;
}

/** A no: the flag waits for nothing any more, and a person confirms it. */
async function fail(deps: SafetyDeps, id: string): Promise<void> {
  const { store, clock } = deps;
  await deps.auditLog.transactOrThrow("fail a check", async (write, audit) => {
    const found = await store.get(ageRequests, [id]);
    if (found?.value.state !== "awaited") return;
    const { case: number, decision, accountId } = found.value;
    const now = clock.now();
    const loaded = (await loadCase(store, number))!;
    const event = { kind: "check_failed", decision } as const;
    append(write, loaded, [event], { now, strikes: 0 });
    write.replace(found, { ...found.value, state: "failed", dueAt: null });
    if (accountId !== null) {
      addNotice(write, {
        ...{ accountId, template: "ageCheckOver", now },
        values: { failed: 1 },
        mail: true,
      });
    }
    audit({
      actor: { kind: "system" },
      action: "age.check",
      subject: accountId,
      object: number,
      details: { state: "failed" },
    });
  });
}

/**
 * A yes, in one atomic: the hold or the bar ends, a decision that said
 * otherwise is overturned, its reports are answered, and the case is nobody's.
 */
async function pass(deps: SafetyDeps, id: string): Promise<string | null> {
  const { store, clock } = deps;
  return await deps.auditLog.transactOrThrow("pass a check", async (
    write,
    audit,
  ) => {
    const found = await store.get(ageRequests, [id]);
    const isOpen = found?.value.state === "awaited" ||
      found?.value.state === "over";
    if (!found || !isOpen) return null;
    const { accountId, decision } = found.value;
    const now = clock.now();
    // Its records are made to name nobody right after this; see forgetFlag.
    write.replace(found, { ...found.value, state: "passed", dueAt: now });
    const answer = await answerReports(deps, write, found.value, now);
    if (accountId !== null) {
      await noteProof(store, write, accountId, now);
      await endReviews(store, write, accountId, now);
      tellHoldEnded(write, accountId, { now, shown: true });
    }
    if (decision !== null) await overturn(store, write, decision, now);
    audit({
      actor: { kind: "system" },
      action: "age.check",
      subject: accountId,
      object: found.value.case,
      details: { state: "passed" },
    });
    return answer;
  });
}

/** Closes what is open of the flag, and ties its case to nobody any more. */
async function answerReports(
  { store }: SafetyDeps,
  write: Write,
  { case: number, decision, staff }: AgeRequest,
  now: Millis,
): Promise<string | null> {
  const loaded = (await loadCase(store, number))!;
  const { reported } = loaded.value;
  const link = reported === null
    ? null
    : await store.get(caseLinks, [reported, "child_safety"]);
  if (link?.value.number === number) write.remove(link);
  const nobodys: LoadedCase = {
    ...loaded,
    value: { ...loaded.value, reported: null },
  };
  const { state } = loaded;
  // An appeal may have overturned it before: then its reports are open.
  const objected = decision !== null && state.inForce.includes(decision)
    ? decision
    : null;
  const shown = { kind: "check_passed", decision: objected } as const;
  const open = [
    ...state.open,
    ...objected === null ? [] : state.closed[objected] ?? [],
  ].map(({ report }) => report);
  if (open.length === 0) {
    await appendAlways(store, write, nobodys, [], now);
    return null;
  }
  const decided = decision && await store.get(decisions, [decision]);
  const by = staff ?? (decided ? decided.value.staff : null);
  if (by === null) throw new TypeError("Cannot answer: nobody asked");
  const answer = answerOf(by, number, open, now);
  write.add(decisions, answer);
  await appendAlways(store, write, nobodys, [shown, {
    kind: "decided",
    staff: answer.staff,
    decision: answer.id,
    measures: answer.measures,
    reports: open,
    provisionalUntil: null,
  }], now);
  return answer.id;
}

/**
 * What a yes decides. It stands under the name of whoever asked for the check,
 * or was wrong before: a person answers for every decision.
 */
function answerOf(
  staff: string,
  number: string,
  open: string[],
  now: Millis,
): Decision {
  return {
    ...{ id: newId(), case: number, reported: null, staff, at: now },
    ...{ measures: ["dismiss"], rule: null, facts: null, reason: null },
    ...{ reports: open, points: 0, suggested: "dismiss" },
    ...{ until: null, provisionalUntil: null, second: null, strike: null },
    abuse: null,
    ...{ state: "in_force", lessenedTo: null, bulk: null },
    ...{ untoldSince: now, changedAt: now },
  };
}

/** A confirmed flag that was wrong: nothing of it holds any more. */
async function overturn(
  store: Store,
  write: Write,
  id: string,
  now: Millis,
): Promise<void> {
  const found = await store.get(decisions, [id]);
  if (!found) return;
  await endSanctionsOf(store, write, id, now);
  write.replace(found, {
    ...found.value,
    ...{ state: "overturned", facts: null, reason: null },
    // Its reports are told by the decision that takes its place.
    ...{ untoldSince: null, changedAt: now },
  });
}

/** Whoever was held learns that they are not any more, and why. */
export function tellHoldEnded(
  write: Write,
  accountId: AccountId,
  { now, shown }: {
    now: Millis;
    /** By an age check, and not by a look. */
    shown: boolean;
  },
): void {
  addNotice(write, {
    ...{ accountId, template: "holdEnded", now },
    values: { shown: shown ? 1 : 0 },
    mail: true,
  });
}

/**
 * Makes all that is kept of a passed flag name nobody: reports, evidence,
 * decisions without their words, and the hold; notes go. One write each, and
 * the request last, so that it can be done again after a crash.
 */
export async function forgetFlag(
  deps: SafetyDeps,
  id: string,
): Promise<void> {
  const { store } = deps;
  const found = await store.get(ageRequests, [id]);
  if (found?.value.state !== "passed" || found.value.dueAt === null) return;
  const { case: number, accountId } = found.value;
  for await (const { value } of store.eachIn(reports, "byCase", [number])) {
    await forget(deps, number, async (write) => {
      const one = await store.get(reports, [value.id]);
      if (one?.value.reported == null) return false;
      write.replace(one, { ...one.value, reported: null });
      return true;
    });
  }
  for await (const { value } of store.eachIn(evidence, "byCase", [number])) {
    await forget(deps, number, async (write) => {
      const one = await store.get(evidence, [value.id]);
      if (one?.value.reported == null) return false;
      write.replace(one, { ...one.value, reported: null });
      return true;
    });
  }
  for await (const { value } of store.eachIn(decisions, "byCase", [number])) {
    await forget(deps, number, async (write) => {
      const one = await store.get(decisions, [value.id]);
      if (!one || isForgotten(one.value)) return false;
      const nobodys = { reported: null, facts: null, reason: null };
      write.replace(one, { ...one.value, ...nobodys });
      return true;
    });
  }
  for await (const { value } of store.eachIn(caseNotes, "byCase", [number])) {
    await forget(deps, number, async (write) => {
      const one = await store.get(caseNotes, [value.id]);
      if (!one) return false;
      write.remove(one);
      return true;
    });
  }
  await forget(deps, number, async (write) => {
    const one = await store.get(ageRequests, [id]);
    if (!one || one.value.dueAt === null) return false;
    if (accountId !== null) await forgetReviews(store, write, accountId);
    write.replace(one, {
      ...one.value,
      ...{ accountId: null, url: null, dueAt: null },
    });
    return true;
  });
}

function isForgotten({ reported, facts, reason }: Decision): boolean {
  return reported === null && facts === null && reason === null;
}

async function forget(
  { auditLog }: SafetyDeps,
  number: string,
  work: (write: Write) => Promise<boolean>,
): Promise<void> {
  await auditLog.transactOrThrow("forget a flag", async (write, audit) => {
    if (!await work(write)) return;
    audit({ actor: { kind: "system" }, action: "age.forget", object: number });
  });
}

/**
 * Spends the yes that overturned a decision: the browser may pass the gate,
 * once. Answers whether there was one.
 */
export async function spendYes(
  { store, clock, auditLog }: SafetyDeps,
  decision: string,
  browser: string,
): Promise<boolean> {
  const done = await auditLog.transact(async (write, audit) => {
    const { items: [found] } = await store.list(ageRequests, "byDecision", {
      of: [decision],
      limit: 1,
      reverse: true,
    });
    if (found?.value.state !== "passed" || found.value.ref === null) {
      return false;
    }
    const { ref, case: number } = found.value;
    const expiresAt = passUntil(clock.now());
    addPass(write, { browser, method: "external", ref, expiresAt });
    write.replace(found, { ...found.value, ref: null });
    audit({ actor: { kind: "person" }, action: "age.check", object: number });
    return true;
  });
  return done.ok && done.value;
}

/**
 * Does what is due for requested checks: asks the provider again, reminds, ends
 * those whose time is over, and goes on making a passed flag name nobody. While
 * the provider is down everything else goes on.
 */
export async function followChecks(
  deps: SafetyDeps,
  provider: AgeProvider | null,
): Promise<void> {
  const { store, clock } = deps;
  for await (const { value } of store.eachIn(ageRequests, "due")) {
    if (value.dueAt! > clock.now()) break;
    if (value.state === "passed") {
      await forgetFlag(deps, value.id);
      continue;
    }
    if (provider !== null) await askAgain(deps, provider, value.id);
    await remindOrEnd(deps, value.id);
  }
}

async function askAgain(
  deps: SafetyDeps,
  provider: AgeProvider,
  id: string,
): Promise<void> {
  try {
    await askRequested(deps, provider, id);
  } catch (error) {
    // It is asked again next time; nobody is let in meanwhile.
    if (!(error instanceof ProviderUnavailable)) throw error;
  }
}

async function remindOrEnd(
  { store, clock, auditLog }: SafetyDeps,
  id: string,
): Promise<void> {
  await auditLog.transactOrThrow("follow a check", async (write, audit) => {
    const found = await store.get(ageRequests, [id]);
    if (found?.value.state !== "awaited") return;
    const now = clock.now();
    const { accountId, until, decision } = found.value;
    const isOver = until <= now || accountId === null && decision === null;
    const isLate = !isOver && !found.value.reminded &&
      until - REMINDED_BEFORE <= now;
    const request: AgeRequest = {
      ...found.value,
      state: isOver ? "over" : "awaited",
      reminded: found.value.reminded || isLate,
    };
    write.replace(found, { ...request, dueAt: nextLook(request, now) });
    if (accountId !== null && (isOver || isLate)) {
      addNotice(write, {
        ...{ accountId, now, mail: true },
        ...isOver
          ? { template: "ageCheckOver", values: { failed: 0 } }
          : { template: "ageCheckReminder", values: {} },
      });
    }
    audit({
      actor: { kind: "system" },
      action: "age.check",
      subject: accountId,
      object: found.value.case,
      details: { state: request.state, reminded: isLate },
    });
  });
}
