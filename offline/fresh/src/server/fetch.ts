import type { ResolvedFreshConfig } from "../page_types.ts";
import type { Method } from "../types.ts";
import type { Routes } from "./assemble.ts";
import type { BuildCache } from "./build_cache.ts";
import type { Step } from "./chain.ts";
import { Context, type Render } from "./context.ts";
import { defaultAnswer } from "./errors.ts";
import { pick } from "./pipeline.ts";
import { ALL_METHODS } from "./route.ts";

export type FetchHandler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** What every request of an app shares. */
interface Common {
  cache: BuildCache;
  config: ResolvedFreshConfig;
  render: Render;
}

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

export function createFetch(
  routes: Routes,
  { cache, config, render }: Common,
): FetchHandler {
  return async (req, info = NO_INFO) => {
    const url = urlOf(req);
    const scope = routes.root.scope;
    const internals = { scope, cache, render };
    const ctx = new Context<unknown>({ req, url, info, config, internals });
    const step = find(routes, ctx);
    const response = await run(step, ctx);
    if (req.method !== "HEAD" || response.body === null) return response;
    await response.body.cancel();
    return new Response(null, response);
  };
}

async function run(step: Step, ctx: Context<unknown>): Promise<Response> {
  try {
    return await step(ctx);
  } catch (error) {
    return defaultAnswer(error);
  }
}

/** Throws URIError where a parameter's percent encoding is broken. */
function find(routes: Routes, ctx: Context<unknown>): Step {
  const match = routes.router.match(ctx.url.pathname);
  if (match === null) return routes.missing;
  const method = ctx.req.method.toUpperCase() as Method;
  if (!ALL_METHODS.includes(method)) return unknownMethod;
  const step = pick(match.entry, method);
  if (step === undefined) {
    return method === "OPTIONS"
      ? routes.options(match.entry)
      : routes.wrongMethod;
  }
  ctx.params = match.params;
  ctx.route = match.entry.pattern;
  return step;
}

/** As upstream: outside of all middlewares, and no refusal but a fault. */
function unknownMethod({ req, url }: Context<unknown>): Promise<Response> {
  return Promise.reject(
    new TypeError(
      `Cannot answer ${req.method} ${url.pathname}: Fresh knows no such method`,
    ),
  );
}

function urlOf(req: Request): URL {
  const url = new URL(req.url);
  if (url.pathname.includes("//")) {
    url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  }
  return url;
}
