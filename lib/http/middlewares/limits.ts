import { type LimitKind, LIMITS, type SharedName } from "../../limits/mod.ts";
import { neighbourhood } from "../address.ts";
import { memberIn } from "../principal.ts";
import { tooMany } from "../refusal.ts";
import { limitsOf } from "../route_limits.ts";
import { type Ctx, define } from "../state.ts";

/** Draws from the buckets of these kinds that stand before the route. */
export function limits(...kinds: LimitKind[]) {
  return define.middleware(async (ctx) => {
    for (const name of limitsOf(ctx.req.method, ctx.route)) {
      if (!kinds.includes(LIMITS[name].each)) continue;
      const subject = subjectOf(ctx, name);
      if (subject === null) continue;
      const { limiter, metrics } = ctx.state.millo;
      const waitMs = await limiter.take(name, subject);
      if (waitMs === 0) continue;
      metrics.count("millo_limited_total", { limit: name });
      throw tooMany(waitMs);
    }
    return await ctx.next();
  });
}

/** Null where there is nobody to count: then other limits hold. */
function subjectOf({ state }: Ctx, name: SharedName): string | null {
  switch (LIMITS[name].each as LimitKind) {
    case "address":
      return state.address && neighbourhood(state.address);
    case "account":
      return memberIn(state)?.accountId ?? null;
    case "session":
      return memberIn(state)?.session ?? null;
    default:
      return null;
  }
}
