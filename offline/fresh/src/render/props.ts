import type { PageProps } from "../page_types.ts";
import type { Context } from "../server/context.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export function pageProps(
  ctx: Context<Any>,
  data: unknown,
): PageProps<Any, Any> {
  return {
    data,
    url: ctx.url,
    req: ctx.req,
    params: ctx.params,
    route: ctx.route,
    state: ctx.state,
    config: ctx.config,
    info: ctx.info,
    isPartial: ctx.isPartial,
    error: ctx.error,
    Component: ctx.Component,
  };
}

const AsyncFunction = (async () => {}).constructor;

/** Only functions declared `async` are awaited, as anywhere in Fresh. */
export function isAsync(fn: unknown): fn is (...args: Any[]) => Promise<Any> {
  return fn instanceof AsyncFunction;
}
