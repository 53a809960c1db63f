import { HttpError } from "../http_error.ts";
import type { Context } from "../server/context.ts";
import type { Middleware } from "../types.ts";

export interface CsrfOptions<State> {
  /** Origins that may send forms, in place of the app's own. */
  origin?:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses writes that a page of another origin made the browser send. */
export function csrf<State>(
  { origin: allowed }: CsrfOptions<State> = {},
): Middleware<State> {
  function isAllowed(origin: string, ctx: Context<State>): boolean {
    if (allowed === undefined) return origin === ctx.url.origin;
    if (typeof allowed === "function") return allowed(origin, ctx);
    return [allowed].flat().includes(origin);
  }

  return (ctx) => {
    const { method, headers } = ctx.req;
    if (SAFE.has(method)) return ctx.next();
    const site = headers.get("sec-fetch-site");
    if (site === "same-origin" || site === "none") return ctx.next();
    const origin = headers.get("origin");
    if (site === null && origin === null) return ctx.next();
    if (origin !== null && isAllowed(origin, ctx)) return ctx.next();
    throw new HttpError(403);
  };
}
