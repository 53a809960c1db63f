import type { Context } from "../server/context.ts";
import type { Middleware } from "../types.ts";
import { inNetwork } from "./networks.ts";

export interface IpFilterRules {
  /** Addresses or CIDR networks that are refused; asked first. */
  denyList?: string[];
  /** If given, everyone else is refused. */
  allowList?: string[];
}

export interface IpFilterOptions<State = unknown> {
  onBlocked?: (
    remote: { addr: string; type: string },
    ctx: Context<State>,
  ) => Response | Promise<Response>;
}

/** Refuses requests by the address that they come from. */
export function ipFilter<State>(
  { denyList = [], allowList = [] }: IpFilterRules,
  options: IpFilterOptions<State> = {},
): Middleware<State> {
  return (ctx) => {
    const remote = ctx.info.remoteAddr as Deno.NetAddr;
    const addr = remote.hostname;
    const matches = (network: string) => inNetwork(addr, network);
    const denied = denyList.some(matches) ||
      (allowList.length > 0 && !allowList.some(matches));
    if (!denied) return ctx.next();
    const type = addr.includes(":") ? "IPv6" : "IPv4";
    return options.onBlocked?.({ addr, type }, ctx) ??
      new Response("Forbidden", { status: 403 });
  };
}
