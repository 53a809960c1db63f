import { newId, SECOND } from "../../kernel/mod.ts";
import { logRequest } from "../../app/mod.ts";
import { isKnown } from "../methods.ts";
import { define } from "../state.ts";

/** Names each request, and notes how it was answered: never who asked. */
export const requests = define.middleware(async (ctx) => {
  const start = performance.now();
  const id = newId().slice(0, 12);
  ctx.state.request = id;
  const response = await ctx.next();
  response.headers.set("x-request-id", id);
  const { millo } = ctx.state;
  const ms = performance.now() - start;
  const method = isKnown(ctx.req.method) ? ctx.req.method : "other";
  const route = ctx.route ?? (response.status < 400 ? "asset" : "none");
  const status = response.status;
  millo.metrics.count("millo_requests_total", {
    route,
    method,
    status: String(status),
  });
  millo.metrics.observe("millo_request_seconds", { route }, ms / SECOND);
  logRequest(millo.config.log, { id, method, route, status, ms });
  return response;
});
