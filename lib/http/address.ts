import ipaddr from "ipaddr.js";
import { remembering } from "../kernel/mod.ts";

/**
 * Where a request comes from. Of `X-Forwarded-For` only what our own proxies
 * wrote counts, and there are `hops` of them: the rest anybody can send. Null
 * where it is not known.
 */
export function addressOf(
  headers: Headers,
  info: Pick<Deno.ServeHandlerInfo, "remoteAddr">,
  hops: number,
): string | null {
  const socket = "hostname" in info.remoteAddr
    ? plain(info.remoteAddr.hostname)
    : null;
  if (hops === 0) return socket;
  const told = (headers.get("x-forwarded-for") ?? "").split(",");
  // A shorter list has not come by all of our proxies: believe the socket.
  return told.length < hops
    ? socket
    : plain(told[told.length - hops]) ?? socket;
}

/** One household's worth of addresses: IPv6 gives each its own /64. */
export const neighbourhood: (address: string) => string = remembering(
  networkOf,
);

function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const bytes = ipaddr.IPv6.parse(address).toByteArray();
  return ipaddr.fromByteArray([...bytes.slice(0, 8), ...Array(8).fill(0)])
    .toString();
}

/** Whether it comes from this very machine, and from no proxy on it. */
export function isOwnMachine(
  headers: Headers,
  info: Pick<Deno.ServeHandlerInfo, "remoteAddr">,
): boolean {
  const passedOn = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];
  if (passedOn.some((name) => headers.has(name))) return false;
  const address = addressOf(headers, info, 0);
  return address !== null && ipaddr.process(address).range() === "loopback";
}

/** Addresses come again and again, and taking one apart costs. */
const plain = remembering(readPlain);

/** Without brackets, port and zone, and IPv4 as such; null for anything else. */
function readPlain(text: string): string | null {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1").replace(/%.*$/, "");
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) {
    return null;
  }
  return ipaddr.process(bare).toString();
}
