import { provenAt, ruleOf } from "../age/mod.ts";
import { type AccountId, newSecret, sha256 } from "../kernel/mod.ts";
import {
  type AgeRequest,
  askRequested,
  awaitedFor,
  beginRequested,
  checkOfCase,
  checkOfDecision,
  flagOfBrowser,
  listCases,
  loadCase,
  objectByCheck,
  spendYes,
  statementOf,
  type StatementView,
} from "../safety/mod.ts";
import { staffNames } from "../staff/mod.ts";
import { markOf } from "./browser_mark.ts";
import { caseData } from "./case_pages.ts";
import { setCookie } from "./cookies.ts";
import { regionOf, withProvider } from "./gate.ts";
import { ownOriginOf } from "./origin.ts";
import { seeOther } from "./respond.ts";
import type { Ctx, MemberCtx, StaffCtx } from "./state.ts";

/** What the list of age flags shows, and which of them wait for a check. */
export async function ageFlagsData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const now = clock.now();
  const asked = { now, staffId: staff.staffId };
  const cursor = ctx.url.searchParams.get("after");
  const all = { view: "all", reason: null } as const;
  const later = { view: "later", reason: null } as const;
  const [open, waiting] = await Promise.all([
    listCases(store, "child_safety", all, { ...asked, cursor }),
    listCases(store, "child_safety", later, { ...asked, cursor: null }),
  ]);
  return {
    ...{ rows: open.rows, waiting: waiting.rows, now, me: staff.staffId },
    names: await staffNames(
      store,
      open.rows.map(({ claim }) => claim?.staff ?? null),
    ),
    next: open.cursor === null
      ? null
      : `/admin/age?${new URLSearchParams({ after: open.cursor })}`,
  };
}

/** What the page of an age flag shows; null for no such flag. */
export async function ageFlagData(ctx: StaffCtx) {
  const data = await caseData(ctx, "child_safety");
  if (!data) return null;
  const { store, ageProvider } = ctx.state.millo;
  const { number } = data.view.value;
  const reported = (await loadCase(store, number))?.value.reported ?? null;
  return {
    ...data,
    check: await checkOfCase(store, number),
    mayCheck: ageProvider !== null && reported !== null,
    person: reported && await factsOfAge(ctx, reported),
  };
}

async function factsOfAge({ state: { millo } }: StaffCtx, id: AccountId) {
  const { tallies } = await millo.dataMap.planForPerson(id);
  const deleted = Object.values(tallies).map((tally) => tally.deleted);
  return {
    /** How many records an erasure would delete. */
    records: deleted.reduce((sum, count) => sum + count, 0),
    provenAt: await provenAt(millo.store, id),
  };
}

/** What the page of a check shows that a held person is asked for. */
export async function ownCheckData(ctx: MemberCtx, isAway = false) {
  const { principal: { accountId }, millo } = ctx.state;
  const found = await awaitedFor(millo.store, accountId);
  return found && {
    id: found.value.id,
    until: found.value.until,
    url: found.value.url,
    state: stateOf(ctx, found.value.url, isAway),
  };
}

/**
 * What the page about a flag shows that was confirmed of somebody who used this
 * browser; null where there is none.
 */
export async function flagData(ctx: Ctx, isAway = false) {
  const { safety } = ctx.state.millo;
  const decision = await flagOfBrowser(safety, await markOf(ctx));
  return decision &&
    await flagOf(ctx, await statementOf(safety, decision), isAway);
}

/** The same by the statement of a flag, however it was found. */
export async function flagOf(
  ctx: Ctx,
  statement: StatementView,
  isAway = false,
) {
  const { store } = ctx.state.millo;
  const check = (await checkOfDecision(store, statement.id))?.value ?? null;
  const url = check?.state === "awaited" ? check.url : null;
  return {
    statement,
    check: check && {
      ...{ id: check.id, state: check.state, url: check.url },
      isSpent: check.ref === null,
    },
    step: stateOf(ctx, url, isAway),
  };
}

/**
 * Goes on with the check that objects to a flag, and begins one where there is
 * none. False where the provider cannot be asked.
 */
export async function objectToFlag(
  ctx: Ctx,
  { statement, check }: Awaited<ReturnType<typeof flagOf>>,
  returnTo: string,
): Promise<boolean> {
  const { safety } = ctx.state.millo;
  const isAwaited = check?.state === "awaited";
  const request = isAwaited ? check : await objectByCheck(safety, statement.id);
  if (request === null || request.state !== "awaited") return true;
  return await goOnWithCheck(ctx, request, returnTo);
}

/** Lets somebody in by the yes that overturned a flag, once. */
export async function enterByYes(
  ctx: Ctx,
  decision: string,
): Promise<Response> {
  const { millo: { safety }, secure } = ctx.state;
  const token = newSecret();
  const headers = new Headers();
  if (!await spendYes(safety, decision, sha256(token))) return seeOther("/age");
  setCookie(headers, "gate", token, secure);
  return seeOther("/consent", headers);
}

function stateOf({ state }: Ctx, url: string | null, isAway: boolean) {
  if (state.millo.ageProvider === null) return "none" as const;
  if (isAway) return "away" as const;
  return url === null ? "first" as const : "ready" as const;
}

/**
 * Begins a requested check, or asks how it stands. False where the provider
 * cannot be asked: it stays awaited, and whoever waits stays out.
 */
export async function goOnWithCheck(
  ctx: Ctx,
  { id, url }: Pick<AgeRequest, "id" | "url">,
  returnTo: string,
): Promise<boolean> {
  const { safety } = ctx.state.millo;
  const origin = ownOriginOf(ctx);
  return await withProvider(
    ctx,
    (provider) =>
      url === null
        ? beginRequested(safety, provider, id, {
          limit: ruleOf(regionOf(ctx)).limit,
          returnTo: `${origin}${returnTo}`,
          tellTo: `${origin}/hooks/age`,
        })
        : askRequested(safety, provider, id),
  );
}
