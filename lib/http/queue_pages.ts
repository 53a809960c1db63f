import {
  CASE_VIEWS,
  type CaseFilter,
  type CaseViewName,
  countViews,
  listCases,
  loadCase,
  MAX_COUNTED,
  REASON_IDS,
  type ReasonId,
  REASONS,
  type ViewCounts,
  WHOLE_QUEUE,
} from "../safety/mod.ts";
import { staffNames } from "../staff/mod.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import type { StaffCtx } from "./state.ts";

/** What an address asks for; anything else is the whole queue. */
export function filterIn(search: URLSearchParams): CaseFilter {
  const view = CASE_VIEWS.find((one) => one === search.get("view"));
  const reason = generalReasons().find((one) => one === search.get("reason"));
  return {
    view: view ?? WHOLE_QUEUE.view,
    reason: reason ?? WHOLE_QUEUE.reason,
  };
}

/** Reasons that are nobody's but child safety's are not even named. */
function generalReasons(): ReasonId[] {
  return REASON_IDS.filter((reason) => REASONS[reason].team === "general");
}

function queryOf({ view, reason }: CaseFilter): Record<string, string> {
  return {
    ...(view === WHOLE_QUEUE.view ? {} : { view }),
    ...(reason === null ? {} : { reason }),
  };
}

/** The address of the queue with this left out, and what it says beside. */
export function queueAddress(
  filter: CaseFilter,
  beside: Readonly<Record<string, string>> = {},
): string {
  return addressOf("/admin/cases", { ...queryOf(filter), ...beside });
}

/** Without a question mark where there is nothing to ask. */
function addressOf(
  path: string,
  asked: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(asked);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The queue as this browser had it last: where a decision leads back to. */
export function lastQueue(
  { req, state }: StaffCtx,
  beside?: Readonly<Record<string, string>>,
): string {
  const kept = readCookie(req.headers, "queue", state.secure) ?? "";
  return queueAddress(filterIn(new URLSearchParams(kept)), beside);
}

/** Headers of the queue's page that keep what it leaves out, for lastQueue. */
export function keepingQueue({ url, req, state }: StaffCtx): Headers {
  const headers = new Headers();
  const asked = queryOf(filterIn(url.searchParams));
  const query = new URLSearchParams(asked).toString();
  const kept = readCookie(req.headers, "queue", state.secure) ?? "";
  if (query === kept) return headers;
  if (query === "") clearCookie(headers, "queue", state.secure);
  else setCookie(headers, "queue", query, state.secure);
  return headers;
}

/** A view of the queue as a link. */
export interface QueueView {
  view: CaseViewName;
  href: string;
  isHere: boolean;
  /** Null where none waits, and where nothing is counted. */
  count: { count: number; more: boolean } | null;
}

function viewsOf(filter: CaseFilter, counts: ViewCounts): QueueView[] {
  return CASE_VIEWS.map((view) => {
    const isCounted = view !== "mine" && view !== "closed";
    const count = isCounted ? counted(counts[view]) : null;
    return {
      view,
      href: queueAddress({ ...filter, view }),
      isHere: view === filter.view,
      count: count?.count === 0 ? null : count,
    };
  });
}

function counted(count: number): { count: number; more: boolean } {
  return { count, more: count >= MAX_COUNTED };
}

/** The views that one of the staff saved, and whether this one can be. */
export interface SavedViews {
  views: readonly { name: string; href: string; isHere: boolean }[];
  /** Where the view that is shown is saved; null for the whole queue. */
  save: string | null;
  removal: string;
}

function savedViews({ principal }: StaffCtx["state"], filter: CaseFilter) {
  const query = new URLSearchParams(queryOf(filter)).toString();
  const views = principal.facts.preferences.queueViews.map((one) => ({
    name: one.name,
    href: queueAddress(filterIn(new URLSearchParams(one.query))),
    isHere: one.query === query,
  }));
  const isNew = query !== "" && !views.some(({ isHere }) => isHere);
  return {
    views,
    save: isNew ? `/admin/cases/views?${query}` : null,
    removal: `/admin/cases/views/removal?${query}`,
  };
}

/** The view that an address shows, as it is saved. */
export function viewIn({ url }: StaffCtx): { query: string; address: string } {
  const filter = filterIn(url.searchParams);
  return {
    query: new URLSearchParams(queryOf(filter)).toString(),
    address: queueAddress(filter),
  };
}

/** What the queue shows. */
export async function casesData(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const { searchParams } = ctx.url;
  const now = clock.now();
  const filter = filterIn(searchParams);
  const [{ rows, cursor }, counts] = await Promise.all([
    listCases(store, "general", filter, {
      now,
      staffId: staff.staffId,
      cursor: searchParams.get("after"),
    }),
    countViews(store, "general", now),
  ]);
  const names = await staffNames(
    store,
    rows.map(({ claim }) => claim?.staff ?? null),
  );
  const after = cursor === null ? null : { after: cursor };
  return {
    now,
    filter,
    rows,
    names,
    me: staff.staffId,
    mayBulk: staff.permissions.has("case.bulk"),
    views: viewsOf(filter, counts),
    saved: savedViews(ctx.state, filter),
    open: counted(counts.open),
    takeNext: addressOf("/admin/cases/next", queryOf(filter)),
    reasons: generalReasons(),
    next: after && queueAddress(filter, after),
    decided: await decidedCase(ctx),
  };
}

/** The case that an address says was just decided, if that is so. */
async function decidedCase({ url, state }: StaffCtx): Promise<string | null> {
  const number = url.searchParams.get("decided");
  if (!number) return null;
  const found = await loadCase(state.millo.store, number);
  const isDecided = found?.value.team === "general" &&
    ["closed", "second_awaited"].includes(found.value.status);
  return isDecided ? number : null;
}
