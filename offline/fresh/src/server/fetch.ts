import type { ResolvedFreshConfig } from "../types.ts";
import type { Routes } from "./assemble.ts";
import type { BuildCache } from "./build_cache.ts";
import type { Step } from "./chain.ts";
import { Context } from "./context.ts";
import { defaultAnswer } from "./errors.ts";
import { pick } from "./pipeline.ts";

export type FetchHandler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

export function createFetch(
  routes: Routes,
  cache: BuildCache,
  config: ResolvedFreshConfig,
): FetchHandler {
  return async (req, info = NO_INFO) => {
    const url = urlOf(req, config.trustProxy);
    const scope = routes.root.scope;
    const ctx = new Context<unknown>({
      req,
      url,
      info,
      config,
      internals: { scope, cache, nonce: null, rendered: false },
    });
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
  const { method } = ctx.req;
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

function urlOf(req: Request, trustProxy: boolean): URL {
  const url = new URL(req.url);
  if (url.pathname.includes("//")) {
    url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  }
  if (trustProxy) {
    const proto = req.headers.get("x-forwarded-proto");
    const host = req.headers.get("x-forwarded-host");
    if (proto) url.protocol = first(proto) + ":";
    if (host) url.host = first(host);
  }
  return url;
}

/** Of a list that several proxies wrote, the entry nearest to the visitor. */
function first(list: string): string {
  return list.split(",")[0].trim();
}
