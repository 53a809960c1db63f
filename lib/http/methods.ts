import { wrongMethod } from "./refusal.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What a server that knows no better names in `Allow`. */
export const KNOWN_METHODS = METHODS.join(", ");

export function isKnown(method: string): boolean {
  return METHODS.includes(method);
}

/** Requests that Fresh gets in place of one whose method it does not know. */
const substitutes = new WeakSet<Request>();

/** The same request as far as Fresh can route it: without method and body. */
export function substituteFor({ headers }: Request, url: string): Request {
  const substitute = new Request(url, { headers });
  substitutes.add(substitute);
  return substitute;
}

/** Null for a method that no route can name. */
export function methodOf(req: Request): string | null {
  return substitutes.has(req) || !isKnown(req.method) ? null : req.method;
}

/**
 * Adds to the handlers of a route what it does not name: 405 with `Allow`, and
 * an answer to OPTIONS. Fresh by itself says 404 to these.
 */
export function closeMethods<H extends object>(handlers: H): H {
  if (typeof handlers === "function") return handlers;
  const named = Object.keys(handlers);
  const taken = METHODS.filter((method) =>
    named.includes(method) || method === "OPTIONS" ||
    method === "HEAD" && named.includes("GET")
  );
  const allow = taken.join(", ");
  const refuse = () => {
    throw wrongMethod(allow);
  };
  const closed: Record<string, () => Response> = {};
  for (const method of METHODS) {
    if (!taken.includes(method)) closed[method] = refuse;
  }
  closed.OPTIONS = () =>
    new Response(null, { status: 204, headers: { allow } });
  return { ...closed, ...handlers };
}
