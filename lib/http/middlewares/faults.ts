import { type FunctionComponent, h } from "preact";
import { HttpError } from "fresh";
import { MediaUnavailable } from "../../calls/mod.ts";
import type { RefusalReason, Translate } from "../../i18n/mod.ts";
import { StoreUnavailable } from "../../store/mod.ts";
import { logError } from "../../log/mod.ts";
import { wantsJson } from "../accept.ts";
import { frameOf } from "../frame.ts";
import { KNOWN_METHODS } from "../methods.ts";
import { problem } from "../problem.ts";
import { Refusal, type RefusalDetails } from "../refusal.ts";
import { type Ctx, define } from "../state.ts";

interface Fault {
  t: Translate;
  locale: string;
  status: number;
  retryAfter?: number;
  reference?: string;
  refusedUntil: string | null;
  reason?: RefusalReason;
  frame: ReturnType<typeof frameOf>;
}

/** Seconds until whatever is down may be back. */
const BACK_SOON = 30;

/**
 * Answers every fault from inside the root middlewares: Fresh's own error
 * pages would come without the headers that those set. Programs get a problem
 * document, people a page; nobody a stack.
 */
export function faults(page: FunctionComponent<Fault>) {
  return define.middleware(async (ctx) => {
    try {
      const response = await ctx.next();
      return isPageOfFault(response) && wantsJson(ctx.req)
        ? problem(ctx, { status: response.status })
        : response;
    } catch (error) {
      return await answer(ctx, error, page);
    }
  });
}

async function answer(
  ctx: Ctx,
  error: unknown,
  page: FunctionComponent<Fault>,
): Promise<Response> {
  const { t, locale, request, millo } = ctx.state;
  const status = statusOf(error, ctx);
  const { headers, retryAfter, reason } = detailsOf(error, status);
  const reference = status >= 500 ? request : undefined;
  if (status === 500) {
    millo.metrics.count("millo_faults_total", {});
    logError("answer a request", error, request);
  }
  const response = wantsJson(ctx.req)
    ? problem(ctx, { status, retryAfter, reference, reason })
    : await ctx.render(
      h(page, {
        ...{ t, locale, status, retryAfter, reference, reason },
        refusedUntil: refusedUntil(ctx),
        frame: frameOf(ctx),
      }),
      { status },
      // Those of the folder where it was thrown, Fresh would put around it.
      { skipInheritedLayouts: true },
    );
  for (const [name, value] of Object.entries(headers)) {
    response.headers.set(name, value);
  }
  return response;
}

function detailsOf(
  error: unknown,
  status: number,
): RefusalDetails & { headers: Record<string, string> } {
  const details = error instanceof Refusal ? error.details : {};
  const headers: Record<string, string> = { ...details.headers };
  const retryAfter = details.retryAfter ??
    (status === 503 ? BACK_SOON : undefined);
  if (retryAfter) headers["retry-after"] = String(retryAfter);
  if (status === 405) headers.allow ??= KNOWN_METHODS;
  return { ...details, headers, retryAfter };
}

/** A form that comes back, say: a page, and a fault. */
function isPageOfFault({ status, headers }: Response): boolean {
  return status >= 400 &&
    (headers.get("content-type") ?? "").startsWith("text/html");
}

function refusedUntil({ state: { gate } }: Ctx): string | null {
  return gate.state === "refused"
    ? new Date(gate.ends).toISOString().slice(0, 10)
    : null;
}

function statusOf(error: unknown, { route }: Ctx): number {
  if (error instanceof HttpError) return error.status;
  if (error instanceof StoreUnavailable) return 503;
  if (error instanceof MediaUnavailable) return 503;
  // An app in memory looks on the disk for what it does not know, and fails
  // below a file: nothing is there.
  if (route === null && error instanceof Deno.errors.NotADirectory) return 404;
  return error instanceof URIError ? 400 : 500;
}
