import { newId, SECOND } from "../../kernel/mod.ts";
import type { Millo } from "../../app/mod.ts";
import { logRequest, type RequestLine } from "../../log/mod.ts";
import { methodOf } from "../methods.ts";
import { define } from "../state.ts";

/** Names each request, and notes how it was answered: never who asked. */
export const requests = define.middleware(async (ctx) => {
  const start = performance.now();
  const id = requestId();
  ctx.state.request = id;
  const response = await ctx.next();
  response.headers.set("x-request-id", id);
  const ms = performance.now() - start;
  const method = methodOf(ctx.req) ?? "other";
  const route = ctx.route ?? (response.status < 400 ? "asset" : "none");
  const { status } = response;
  noteAnswer(ctx.state.millo, { id, method, route, status, ms });
  return response;
});

/** A random number for the log, and for the help desk. */
export function requestId(): string {
  return newId().slice(0, 12);
}

/** Counts and logs an answer. */
export function noteAnswer(
  { metrics, config }: Pick<Millo, "metrics" | "config">,
  line: RequestLine,
): void {
  const { route, method, status, ms } = line;
  metrics.count("millo_requests_total", {
    route,
    method,
    status: String(status),
  });
  metrics.observe("millo_request_seconds", { route }, ms / SECOND);
  logRequest(config.log, line);
}
