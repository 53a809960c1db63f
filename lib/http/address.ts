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

/** Those who share the limits of an address. */
export interface Neighbourhood {
  name: string;
  /** How many times as much as a single address its members may do together. */
  share: number;
}

/**
 * In which neighbourhoods an address is counted, the smallest first. IPv6 gives
 * each household a /64 and each site a /48 (RFC 6177): counted by the /64
 * alone, a site has 65,536 addresses to change to.
 */
export const neighbourhoodsOf: (address: string) => readonly Neighbourhood[] =
  remembering(findNeighbourhoods);

/** A site has several households, but no crowd that opens forms at once. */
const SITE_SHARE = 4;

function findNeighbourhoods(address: string): Neighbourhood[] {
  if (!ipaddr.IPv6.isValid(address)) return [{ name: address, share: 1 }];
  return [
    { name: networkOf(address, 64), share: 1 },
    { name: networkOf(address, 48), share: SITE_SHARE },
  ];
}

function networkOf(address: string, bits: number): string {
  const first = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
  return `${first}/${bits}`;
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
