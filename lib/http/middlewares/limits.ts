import type { Millis } from "../../kernel/mod.ts";
import {
  type LimitKind,
  LIMITS,
  type NameOf,
  type SharedName,
} from "../../limits/mod.ts";
import { takeForAddress } from "../address_limits.ts";
import { memberIn } from "../principal.ts";
import { tooMany } from "../refusal.ts";
import { limitsOf } from "../route_limits.ts";
import { type Ctx, define } from "../state.ts";

/** Draws from the buckets of these kinds that stand before the route. */
export function limits(...kinds: LimitKind[]) {
  return define.middleware(async (ctx) => {
    for (const name of limitsOf(ctx.req.method, ctx.route)) {
      if (!kinds.includes(LIMITS[name].each)) continue;
      const waitMs = await waitFor(ctx, name);
      if (waitMs === 0) continue;
      ctx.state.millo.metrics.count("millo_limited_total", { limit: name });
      throw tooMany(waitMs);
    }
    return await ctx.next();
  });
}

/** 0 also where there is nobody to count: then other limits hold. */
async function waitFor({ state }: Ctx, name: SharedName): Promise<Millis> {
  const { address, millo: { limiter } } = state;
  if (isForAddress(name)) {
    return address === null ? 0 : await takeForAddress(limiter, name, address);
  }
  const member = memberIn(state);
  if (member === null) return 0;
  const isForAccount = LIMITS[name].each === "account";
  const subject = isForAccount ? member.accountId : member.session;
  return await limiter.take(name, subject);
}

function isForAddress(name: SharedName): name is NameOf<"address"> {
  return LIMITS[name].each === "address";
}
