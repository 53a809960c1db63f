import { HttpError } from "../http_error.ts";
import type { Method } from "../types.ts";
import { notFoundStep, type Step } from "./chain.ts";
import { guard } from "./errors.ts";
import type { RouteEntry } from "./router.ts";
import type { ErrorRoute, Level } from "./segments.ts";

type NotFound = () => ErrorRoute | null;

/** All levels of a route around its last step, the root outermost. */
export function pipeline(
  levels: Level[],
  notFound: NotFound,
  last: Step,
): Step {
  const root = levels[0];
  return levels.reduceRight<Step>(
    (inner, level) => guard({ level, notFound, root }, inner),
    last,
  );
}

/** Where no route answers, the root middlewares run around the refusal. */
export function refusal(root: Level, notFound: NotFound): {
  missing: Step;
  wrongMethod: Step;
  options: (entry: RouteEntry<Step>) => Step;
} {
  const at = { level: root, notFound, root };
  // Upstream fills in `ctx.error` here only where a root middleware exists.
  const keepError = root.middlewares.length > 0;
  return {
    missing: guard(at, notFoundStep, keepError),
    wrongMethod: guard(at, wrongMethodStep, keepError),
    options: (entry) => guard(at, allowStep(entry), keepError),
  };
}

function wrongMethodStep(): Promise<Response> {
  return Promise.reject(new HttpError(405));
}

function allowStep(entry: RouteEntry<Step>): Step {
  const allow = [...entry.methods.keys()].join(", ");
  return () =>
    Promise.resolve(new Response(null, { status: 204, headers: { allow } }));
}

export function pick(
  entry: RouteEntry<Step>,
  method: Method,
): Step | undefined {
  return entry.methods.get(method) ??
    (method === "HEAD" ? entry.methods.get("GET") : undefined);
}
