import { HttpError, statusText } from "../http_error.ts";
import type { MaybeLazy, Middleware, Route } from "../types.ts";
import { assertResponse, chain, type Step } from "./chain.ts";
import { type Context, internals } from "./context.ts";
import { routeStep } from "./route.ts";
import type { ErrorRoute, Level } from "./segments.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** The answer of last resort; it tells nothing about the error. */
export function defaultAnswer(error: unknown): Response {
  if (!(error instanceof HttpError)) {
    console.error(error);
    return new Response("Internal server error", { status: 500 });
  }
  if (error.status >= 500) console.error(error);
  const { status, message } = error;
  return new Response(message || statusText(status), { status });
}

interface Boundary {
  level: Level;
  notFound: () => ErrorRoute | null;
  root: Level;
}

/** Steps of one level inside the error handling that belongs to it. */
export function guard(at: Boundary, last: Step, keepError = true): Step {
  const { level, notFound, root } = at;
  const inner = chain(level.middlewares, last);
  return async (ctx) => {
    try {
      ctx[internals].scope = level.scope;
      return assertResponse(await inner(ctx), ctx);
    } catch (error) {
      const missing = error instanceof HttpError && error.status === 404;
      const page = missing ? notFound() : null;
      const handler = page ?? level.onError;
      if (!handler) throw error;
      if (keepError) ctx.error = error;
      ctx[internals].scope = (page ? root : level).scope;
      return await answer(handler, ctx, error, page !== null);
    }
  };
}

async function answer(
  handler: ErrorRoute,
  ctx: Context<Any>,
  error: unknown,
  missing: boolean,
): Promise<Response> {
  const status = error instanceof HttpError ? error.status : 500;
  const resolved = await resolve(handler, ctx);
  if (resolved instanceof Response) return resolved;
  // A bare component for missing pages answers 200, as upstream does.
  const ownStatus = missing ? undefined : status;
  return assertResponse(await routeStep(resolved, ownStatus)(ctx), ctx);
}

async function resolve(
  handler: ErrorRoute,
  ctx: Context<Any>,
): Promise<Route<Any> | Response> {
  if (typeof handler !== "function") return handler;
  const result: unknown = await (handler as Middleware<Any>)(ctx);
  if (typeof result === "function") {
    return await (result as Middleware<Any>)(ctx);
  }
  if (result instanceof Response) return result;
  if (isRoute(result)) return result;
  return assertResponse(result, ctx);
}

function isRoute(value: unknown): value is Route<Any> {
  return typeof value === "object" && value !== null &&
    ("handler" in value || "component" in value);
}

export async function loadRoute(
  route: MaybeLazy<Route<Any>>,
): Promise<Route<Any>> {
  return typeof route === "function" ? await route() : route;
}
