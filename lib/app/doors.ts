import { HttpError } from "fresh";
import type { Chatter } from "../accounts/mod.ts";
import type { Gate } from "../age/mod.ts";
import type { Ctx } from "./state.ts";

/** The proof that gate and consent were passed; without it, 403. */
export function requireChatter(ctx: Ctx): Chatter {
  if (ctx.state.chatter) return ctx.state.chatter;
  throw new HttpError(403);
}

/** Where somebody stands at a door that is not theirs, and where theirs is. */
export function doorOf(ctx: Ctx): "visitor" | "refused" | "gated" | "chatter" {
  if (ctx.state.chatter) return "chatter";
  const doors: Record<Gate["state"], "visitor" | "refused" | "gated"> = {
    none: "visitor",
    refused: "refused",
    passed: "gated",
  };
  return doors[ctx.state.gate.state];
}

/**
 * True when the request comes from a page of this very site. A socket is
 * opened by GET, which no CSRF middleware looks at.
 */
export function isOwnOrigin(ctx: Ctx): boolean {
  const origin = ctx.req.headers.get("origin");
  if (origin === null) return false;
  const { config } = ctx.state.millo;
  return origin === (config.origin ?? ctx.url.origin);
}
