import { type FunctionComponent, h } from "preact";
import { HttpError } from "fresh";
import { newId } from "../../kernel/mod.ts";
import type { Translate } from "../../i18n/mod.ts";
import { StoreUnavailable } from "../../store/mod.ts";
import { logFault } from "../log.ts";
import { define } from "../state.ts";

interface Fault {
  t: Translate;
  locale: string;
  status: number;
  reference?: string;
  refusedUntil: string | null;
}

/**
 * Answers every fault from inside the root middlewares: Fresh's own error
 * pages would come without the headers that those set.
 */
export function faults(page: FunctionComponent<Fault>) {
  return define.middleware(async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      const status = statusOf(error);
      const reference = status === 500 ? newId().slice(0, 12) : undefined;
      if (status === 500) logFault(`answer request ${reference}`, error);
      const { t, locale, gate } = ctx.state;
      const refusedUntil = gate.state === "refused"
        ? new Date(gate.ends).toISOString().slice(0, 10)
        : null;
      return await ctx.render(
        h(page, { t, locale, status, reference, refusedUntil }),
        { status },
      );
    }
  });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status;
  if (error instanceof StoreUnavailable) return 503;
  return error instanceof URIError ? 400 : 500;
}
