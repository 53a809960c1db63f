import type { Gate } from "../age/mod.ts";
import { outdatedTexts } from "../consent/mod.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { ownPath } from "./language.ts";
import { forbidden } from "./refusal.ts";
import { seeOther } from "./respond.ts";
import type { Ctx } from "./state.ts";

/** How far somebody is on the way from the first page to the live one. */
export type Stage =
  | "visitor"
  /** The age check of a provider is under way. */
  | "pending"
  | "refused"
  /** Of age, and yet without an account. */
  | "gated"
  /** A member whose texts have changed since they agreed. */
  | "outdated"
  | "member";

/** The page that was asked for. */
type Place = Pick<Ctx, "url" | "route">;

type Step = typeof STEPS[number];

/** Pages that remember in `to` where somebody wants to go. */
type Remembering = Step | typeof RETURN;

/** Pages of the way in, the live page, and all others behind the gate. */
export type WayInPage = Step | "/talk" | "inside";

type Next = Step | "stay" | "onward" | "refuse";

const STEPS = ["/age", "/age/check", "/consent"] as const;
const PAGES = [...STEPS, "/talk"] as const;

/** The page where a member comes back. */
const RETURN = "/account/return";

/** Where a page leads whoever did not ask for another: to the live page. */
const DESTINATION = "/talk";

/** Where it leads who comes back, and did not ask for another. */
const AFTER_RETURN = "/account";

/**
 * Where each stage is led from each page. `onward` is wherever somebody wanted
 * to go. A refused browser has no way in at all.
 */
export const WAY_IN: Readonly<
  Record<Stage, Readonly<Record<WayInPage, Next>>>
> = {
  visitor: {
    "/age": "stay",
    "/age/check": "/age",
    "/consent": "/age",
    "/talk": "/age",
    inside: "/age",
  },
  pending: {
    "/age": "/age/check",
    "/age/check": "stay",
    "/consent": "/age/check",
    "/talk": "/age/check",
    inside: "/age/check",
  },
  refused: {
    "/age": "refuse",
    "/age/check": "refuse",
    "/consent": "refuse",
    "/talk": "refuse",
    inside: "refuse",
  },
  gated: {
    "/age": "/consent",
    "/age/check": "/consent",
    "/consent": "stay",
    "/talk": "/consent",
    inside: "/consent",
  },
  outdated: {
    "/age": "onward",
    "/age/check": "onward",
    "/consent": "stay",
    "/talk": "/consent",
    inside: "stay",
  },
  member: {
    "/age": "onward",
    "/age/check": "onward",
    "/consent": "onward",
    "/talk": "stay",
    inside: "stay",
  },
};

const STAGES: Record<Gate["state"], Stage> = {
  none: "visitor",
  pending: "pending",
  refused: "refused",
  passed: "gated",
};

/** How far whoever asks is. Throws StoreUnavailable. */
export async function stageOf({ state }: Ctx): Promise<Stage> {
  const { principal, gate, millo: { store } } = state;
  if (principal.kind !== "member") return STAGES[gate.state];
  const outdated = await outdatedTexts(store, principal.accountId);
  return outdated.length > 0 ? "outdated" : "member";
}

/**
 * Leads somebody from a page that is not theirs to the one that is, and lets
 * them stay by null. Throws 403 for a refused browser.
 */
export async function redirectForStage(ctx: Ctx): Promise<Response | null> {
  const back = backFromProvider(ctx);
  if (back) return back;
  const next = WAY_IN[await stageOf(ctx)][pageOf(ctx)];
  switch (next) {
    case "stay":
      return null;
    case "refuse":
      throw forbidden("age");
    case "onward":
      return seeOther(destinationOf(ctx));
    default:
      return seeOther(stepTo(ctx, next));
  }
}

const CHECK = "/age/check";

/**
 * Keeps in this browser where somebody wants to go who now leaves for the
 * provider of an age check: the provider is not told.
 */
export function keepDestination(ctx: Ctx): Headers {
  const headers = new Headers();
  const destination = destinationOf(ctx);
  if (destination !== DESTINATION) {
    setCookie(headers, "to", destination, ctx.state.secure);
  }
  return headers;
}

/** Puts it back into the address for whoever comes from the provider. */
function backFromProvider({ req, url, route, state }: Ctx): Response | null {
  if (route !== CHECK || url.searchParams.has("to")) return null;
  const kept = readCookie(req.headers, "to", state.secure);
  if (kept === null) return null;
  const headers = new Headers();
  clearCookie(headers, "to", state.secure);
  return seeOther(`${CHECK}?to=${encodeURIComponent(kept)}`, headers);
}

/** A page that remembers where somebody wants to go, and leads them there. */
export function stepTo(at: Place, step: Remembering): string {
  const destination = destinationOf(at);
  return destination === defaultOf(step)
    ? step
    : `${step}?to=${encodeURIComponent(destination)}`;
}

/**
 * The way back to an account for whoever looks at this page: from the way in
 * it leads on to where they wanted to go.
 */
export function returnFrom(at: Place): string {
  return remembers(at.route) ? stepTo(at, RETURN) : RETURN;
}

/**
 * Where somebody wants to go: the page that they asked for, or on the way in
 * and back what `to` remembers of it. Never another site, whatever is in the
 * address.
 */
export function destinationOf(at: Place): string {
  const { url, route } = at;
  if (!remembers(route)) return url.pathname + url.search;
  const wanted = ownPath(url.searchParams.get("to") ?? undefined);
  return wanted === "/" ? defaultOf(route) : wanted;
}

function remembers(route: string | null): route is Remembering {
  return route === RETURN || STEPS.some((step) => step === route);
}

function defaultOf(page: Remembering): string {
  return page === RETURN ? AFTER_RETURN : DESTINATION;
}

function pageOf({ route }: Place): WayInPage {
  return PAGES.find((page) => page === route) ?? "inside";
}
