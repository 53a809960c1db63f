import type { Context } from "../server/context.ts";
import type { Middleware } from "../types.ts";
import { withHeaders } from "./headers.ts";

export interface CORSOptions<State> {
  origin?:
    | string
    | string[]
    | ((
      origin: string,
      ctx: Context<State>,
    ) => string | undefined | null);
  allowMethods?: string[];
  allowHeaders?: string[];
  maxAge?: number;
  credentials?: boolean;
  exposeHeaders?: string[];
}

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Answers preflights and says which other origins may read the answers. */
export function cors<State>(
  options: CORSOptions<State> = {},
): Middleware<State> {
  return async (ctx) => {
    const allowed = allowedOrigin(options.origin ?? "*", ctx);
    if (ctx.req.method === "OPTIONS") {
      const headers = new Headers();
      share(headers, allowed, options);
      preflight(headers, ctx.req, options);
      return new Response(null, { status: 204, headers });
    }
    const response = await ctx.next();
    return withHeaders(response, (headers) => share(headers, allowed, options));
  };
}

function allowedOrigin<State>(
  rule: NonNullable<CORSOptions<State>["origin"]>,
  ctx: Context<State>,
): string | null {
  if (rule === "*") return "*";
  const origin = ctx.req.headers.get("origin") ?? "";
  if (typeof rule === "function") return rule(origin, ctx) || null;
  return [rule].flat().includes(origin) ? origin : null;
}

function share<State>(
  headers: Headers,
  allowed: string | null,
  { credentials, exposeHeaders }: CORSOptions<State>,
) {
  if (allowed !== null) {
    headers.set("access-control-allow-origin", allowed);
    if (allowed !== "*") headers.append("vary", "Origin");
  }
  if (credentials) headers.set("access-control-allow-credentials", "true");
  if (exposeHeaders?.length) {
    headers.set("access-control-expose-headers", exposeHeaders.join(","));
  }
}

function preflight<State>(
  headers: Headers,
  req: Request,
  { maxAge, allowMethods = METHODS, allowHeaders = [] }: CORSOptions<State>,
) {
  if (maxAge !== undefined) {
    headers.set("access-control-max-age", String(maxAge));
  }
  if (allowMethods.length > 0) {
    headers.set("access-control-allow-methods", allowMethods.join(","));
  }
  const asked = req.headers.get("access-control-request-headers");
  const names = allowHeaders.length > 0
    ? allowHeaders
    : asked?.split(/\s*,\s*/) ?? [];
  if (names.length === 0) return;
  headers.set("access-control-allow-headers", names.join(","));
  headers.append("vary", "Access-Control-Request-Headers");
}
