import { HttpError } from "../http_error.ts";
import type { Middleware } from "../types.ts";
import type { Context } from "./context.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export type Step = (ctx: Context<Any>) => Promise<Response>;

/** Runs `steps` one inside the other, and `last` in the middle. */
export function chain(steps: Middleware<Any>[], last: Step): Step {
  if (steps.length === 0) return last;
  let next = last;
  for (let index = steps.length - 1; index >= 0; index--) {
    next = link(steps, index, next);
  }
  return next;
}

function link(steps: Middleware<Any>[], index: number, next: Step): Step {
  return async (ctx) => {
    const outer = ctx.next;
    ctx.next = () => next(ctx);
    try {
      let result: unknown = await steps[index](ctx);
      if (typeof result === "function") {
        // A lazy step: what it resolved to takes its place from now on.
        steps[index] = result as Middleware<Any>;
        result = await steps[index](ctx);
      }
      return result as Response;
    } finally {
      ctx.next = outer;
    }
  };
}

export function notFoundStep(): Promise<Response> {
  return Promise.reject(new HttpError(404));
}

export function assertResponse(value: unknown, ctx: Context<Any>): Response {
  if (value instanceof Response) return value;
  throw new TypeError(
    `Cannot answer ${ctx.req.method} ${ctx.url.pathname}: ` +
      `a handler returned ${describe(value)} instead of a Response`,
  );
}

function describe(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value);
  return value.constructor?.name ?? "an object";
}
