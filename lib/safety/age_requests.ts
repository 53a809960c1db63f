import type { AgeProvider } from "../age/mod.ts";
import {
  type AccountId,
  DAY,
  type Millis,
  MINUTE,
  newId,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import { addNotice } from "../notices/mod.ts";
import type { Actor } from "../staff/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import { appealableUntil } from "./appeals.ts";
import { append, loadCase } from "./case_store.ts";
import { heldClaim, isOwn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { ageRequests, decisions } from "./records.ts";
import type { Decision } from "./strikes.ts";

export type AgeRequest = ValueOf<typeof ageRequests>;
type StoredRequest = Stored<AgeRequest, readonly [string]>;

/** How long somebody has to show their age. */
export const CHECK_TIME: Millis = 7 * DAY;
/** How long before the end they are reminded. */
export const REMINDED_BEFORE: Millis = 2 * DAY;
/** More than anybody is asked while a request is kept. */
const MAX_REQUESTS = 20;
/** How often a provider is asked whose callback may have been lost. */
const ASKED_EVERY: Millis = 15 * MINUTE;

export type AskRefusal =
  | "unknown"
  | "own"
  | "lapsed"
  | "stale"
  /** Nobody is there to be asked. */
  | "erased";

/**
 * Asks a held person for an age check. They stay held; the flag waits until it
 * passes or fails, or until the time is over, and then is back in the queue by
 * itself. Asked again, they have the whole time once more.
 */
export async function askAgeCheck(
  deps: SafetyDeps,
  actor: Actor<"age.decide">,
  { number, reports }: {
    number: string;
    /** The reports that the form showed. */
    reports: readonly string[];
  },
): Promise<Result<null, AskRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(
    async (write, audit): Promise<Result<null, AskRefusal>> => {
      const now = clock.now();
      const loaded = await loadCase(store, number);
      if (loaded?.value.team !== "child_safety") return refuse("unknown");
      const { reported } = loaded.value;
      if (isOwn(actor, reported)) return refuse("own");
      const claim = await heldClaim(store, actor.staffId, number, now);
      if (!claim) return refuse("lapsed");
      if (reported === null) return refuse("erased");
      const open = loaded.state.open.map(({ report }) => report);
      if (open.sort().join() !== [...reports].sort().join()) {
        return refuse("stale");
      }
      const until = now + CHECK_TIME;
      const staff = actor.staffId;
      const event = { kind: "check_asked", staff, until } as const;
      const after = append(write, loaded, [event], { now, strikes: 0 });
      if (typeof after === "string") return refuse("stale");
      write.remove(claim);
      const earlier = await awaitedFor(store, reported);
      putRequest(write, earlier, {
        ...{ case: number, accountId: reported, decision: null, staff },
        ...{ now, until },
      });
      addNotice(write, {
        ...{ accountId: reported, template: "ageCheckAsked", now },
        values: {},
        mail: true,
      });
      audit({
        actor: { kind: "staff", id: staff },
        action: "age.ask",
        subject: reported,
        object: number,
        details: { until },
      });
      return ok(null);
    },
    5,
  );
  return done.ok ? done.value : refuse("stale");
}

function putRequest(
  write: Write,
  earlier: StoredRequest | null,
  { now, until, ...about }:
    & Pick<AgeRequest, "case" | "accountId" | "decision" | "staff" | "until">
    & { now: Millis },
): void {
  const fresh = {
    ...about,
    ...{ at: now, until, reminded: false, state: "awaited" } as const,
  };
  const request: AgeRequest = earlier
    ? { ...earlier.value, ...fresh, dueAt: null }
    : { ...fresh, id: newId(), ref: null, url: null, dueAt: null };
  request.dueAt = nextLook(request, now);
  if (earlier) write.replace(earlier, request);
  else write.add(ageRequests, request);
}

/** When the timetable must look at a request again; null for never. */
export function nextLook(
  { state, until, url, reminded }: AgeRequest,
  now: Millis,
): Millis | null {
  if (state !== "awaited") return null;
  const looks = [until];
  if (!reminded) looks.push(Math.max(until - REMINDED_BEFORE, now));
  if (url !== null) looks.push(now + ASKED_EVERY);
  return Math.min(...looks);
}

/** The check that a person is asked for; null for none. */
export async function awaitedFor(
  store: Store,
  accountId: AccountId,
): Promise<StoredRequest | null> {
  const { items } = await store.list(ageRequests, "byAccount", {
    of: [accountId],
    limit: MAX_REQUESTS,
    reverse: true,
  });
  return items.find(({ value }) => value.state === "awaited") ?? null;
}

/** The last check about a decision; null for none. */
export async function checkOfDecision(
  store: Store,
  decision: string,
): Promise<StoredRequest | null> {
  const { items: [last] } = await store.list(ageRequests, "byDecision", {
    of: [decision],
    limit: 1,
    reverse: true,
  });
  return last ?? null;
}

/** The last check of a case, for its page; null for none. */
export async function checkOfCase(
  store: Store,
  number: string,
): Promise<AgeRequest | null> {
  const { items: [last] } = await store.list(ageRequests, "byCase", {
    of: [number],
    limit: 1,
    reverse: true,
  });
  return last?.value ?? null;
}

/**
 * Begins to object to a confirmed flag by an age check: whoever calls has shown
 * that the decision is theirs. Null where there is nothing to object to, its
 * time is over, or a check has said no before.
 */
export async function objectByCheck(
  deps: SafetyDeps,
  id: string,
): Promise<AgeRequest | null> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const decided = await store.get(decisions, [id]);
    const earlier = await checkOfDecision(store, id);
    // One that ran out unanswered said nothing: they may begin anew.
    if (earlier && earlier.value.state !== "over") return earlier.value;
    const now = clock.now();
    if (!decided || !mayObject(decided.value, now)) return null;
    const { case: number } = decided.value;
    const until = Math.min(now + CHECK_TIME, appealableUntil(decided.value));
    const request: AgeRequest = {
      ...{ id: newId(), case: number, decision: id },
      ...{ accountId: null, staff: null, ref: null, url: null },
      ...{ at: now, until, reminded: true, state: "awaited", dueAt: until },
    };
    write.add(ageRequests, request);
    audit({
      actor: { kind: "person" },
      action: "age.ask",
      object: number,
      details: { decision: id, until },
    });
    return request;
  });
  return done.ok ? done.value : null;
}

/** Whether an age check can still overturn this decision. */
export function mayObject(
  decision: Pick<Decision, "at" | "measures" | "state">,
  now: Millis,
): boolean {
  return decision.measures.includes("under_18") &&
    decision.state === "in_force" && now <= appealableUntil(decision);
}

/**
 * Begins a requested check with the provider, once. Answers false where there
 * is none to begin. Throws ProviderUnavailable: then it stays awaited.
 */
export async function beginRequested(
  deps: SafetyDeps,
  provider: AgeProvider,
  id: string,
  check: { limit: number; returnTo: string; tellTo: string },
): Promise<boolean> {
  const { store, clock } = deps;
  const found = await store.get(ageRequests, [id]);
  if (found?.value.state !== "awaited") return false;
  if (found.value.url !== null) return true;
  const started = await provider.start(check);
  await changeAwaited(deps, id, (request) => {
    if (request.url !== null) return null;
    const begun = { ...request, ...started };
    return { ...begun, dueAt: nextLook(begun, clock.now()) };
  });
  return true;
}

/** Changes a request that is still awaited. */
export async function changeAwaited(
  { store, auditLog }: Pick<SafetyDeps, "store" | "auditLog">,
  id: string,
  changed: (request: AgeRequest) => AgeRequest | null,
): Promise<void> {
  await auditLog.transactOrThrow("change a check", async (write, audit) => {
    const found = await store.get(ageRequests, [id]);
    if (found?.value.state !== "awaited") return;
    const request = changed(found.value);
    if (!request) return;
    write.replace(found, request);
    audit({
      actor: { kind: "system" },
      action: "age.check",
      subject: request.accountId,
      object: request.case,
      details: { state: request.state },
    });
  });
}
