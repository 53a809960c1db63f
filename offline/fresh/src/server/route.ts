import { Fragment, h } from "preact";
import { HttpError } from "../http_error.ts";
import type { AnyComponent, PageProps } from "../page_types.ts";
import type { HandlerFn, Method, PageResponse, Route } from "../types.ts";
import { assertResponse, type Step } from "./chain.ts";
import type { Context } from "./context.ts";
import { isAsync, pageProps } from "../render/props.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export const ALL_METHODS: Method[] = [
  "GET",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
];

/** Methods that a route answers; the router refuses the others with 405. */
export function methodsOf({ handler, component }: Route<Any>): Method[] {
  if (!handler || typeof handler === "function") return ALL_METHODS;
  const methods = Object.keys(handler) as Method[];
  if (component && !methods.includes("GET")) methods.push("GET");
  return methods;
}

/** The last step of a request: handler, then component. */
export function routeStep(route: Route<Any>, status?: number): Step {
  return async (ctx) => {
    const handler = pickHandler(route, ctx.req.method.toUpperCase());
    if (handler === null) {
      return await showPage(ctx, route, { data: {}, status });
    }
    let result: unknown = await handler(ctx);
    if (typeof result === "function") result = await result(ctx);
    if (result instanceof Response) return result;
    if (!isPage(result)) return assertResponse(result, ctx);
    return await showPage(ctx, route, {
      ...result,
      status: result.status ?? status,
    });
  };
}

/** The handler to call, or null where only the component is shown. */
function pickHandler(
  { handler, component }: Route<Any>,
  method: string,
): HandlerFn<unknown, Any> | null {
  if (typeof handler === "function") return handler;
  if (!handler) {
    if (component) return null;
    throw new HttpError(404);
  }
  const reads = method === "HEAD" || method === "GET";
  const found = handler[method as Method] ?? (reads ? handler.GET : undefined);
  if (found) return found;
  if (component && reads) return null;
  throw new HttpError(404);
}

function isPage(value: unknown): value is PageResponse<unknown> {
  return typeof value === "object" && value !== null && "data" in value;
}

async function showPage(
  ctx: Context<Any>,
  { component, config }: Route<Any>,
  { data, headers, status }: PageResponse<unknown>,
): Promise<Response> {
  const init = { headers, status: status ?? 200 };
  if (!component) return await ctx.render(null, init, config);
  const props = pageProps(ctx, data);
  if (!isAsync(component)) {
    return await ctx.render(h(component as Any, props), init, config);
  }
  const result = await (component as AnyComponent<PageProps<Any, Any>>)(props);
  if (result instanceof Response) return result;
  return await ctx.render(h(Fragment, null, result), init, config);
}
