import { HttpError } from "fresh";
import type { Member } from "../accounts/mod.ts";
import type { Gate } from "../age/mod.ts";
import { sha256 } from "../kernel/mod.ts";
import { isOwnMachine } from "./address.ts";
import { ownOriginOf } from "./origin.ts";
import { Refusal } from "./refusal.ts";
import type { Ctx } from "./state.ts";

/** The proof that gate and consent were passed; without it, 403. */
export function requireMember(ctx: Ctx): Member {
  if (ctx.state.member) return ctx.state.member;
  throw new HttpError(403);
}

/** The proof that this person may be in calls: they did not restrict that. */
export async function requireCaller(ctx: Ctx): Promise<Member> {
  const member = requireMember(ctx);
  const { dataMap } = ctx.state.millo;
  if (await dataMap.mayProcess(member.accountId, "call")) return member;
  throw new Refusal(403, { reason: "restricted" });
}

/** Where somebody stands at a door that is not theirs, and where theirs is. */
export function stageOf(ctx: Ctx): "visitor" | "refused" | "gated" | "member" {
  if (ctx.state.member) return "member";
  const doors: Record<Gate["state"], "visitor" | "refused" | "gated"> = {
    none: "visitor",
    pending: "visitor",
    refused: "refused",
    passed: "gated",
  };
  return doors[ctx.state.gate.state];
}

/** Whether figures may be shown: to the token, or without one to this machine. */
export function mayMeasure({ req, info, state }: Ctx): boolean {
  const { metricsToken, origin, proxyHops } = state.millo.config;
  if (metricsToken === null) {
    // A proxy beside us makes everybody look like this machine.
    const proxied = origin !== null || proxyHops > 0;
    return !proxied && isOwnMachine(req.headers, info);
  }
  const given = req.headers.get("authorization") ?? "";
  // Digests have one length and show nothing by how long they take to compare.
  return sha256(given) === sha256(`Bearer ${metricsToken}`);
}

/**
 * True when the request comes from a page of this very site. A socket is
 * opened by GET, which no CSRF middleware looks at.
 */
export function isOwnOrigin(ctx: Ctx): boolean {
  const origin = ctx.req.headers.get("origin");
  return origin === ownOriginOf(ctx);
}
