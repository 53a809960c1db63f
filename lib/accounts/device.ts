import Bowser from "bowser";
import ipaddr from "ipaddr.js";

/** What a request shows of the device behind it. */
export interface DeviceHints {
  userAgent: string;
  /** The client hint `ECT`, where a browser sends it. */
  connection: string | null;
  address: string | null;
}

export interface DeviceFacts {
  family: string;
  os: string;
  connection: string;
  network: string;
}

const CONNECTIONS = ["slow-2g", "2g", "3g", "4g"];
const UNKNOWN = "unknown";

/** As little of it as tells one's own devices apart. */
export function describeDevice(hints: DeviceHints): DeviceFacts {
  // Bowser refuses an empty text, and a long one is nobody's browser.
  const parsed = Bowser.parse(hints.userAgent.slice(0, 400) || "-");
  const { name, version } = parsed.os;
  return {
    family: (parsed.platform.type ?? UNKNOWN).slice(0, 40),
    os: [name ?? UNKNOWN, version].filter(Boolean).join(" ").slice(0, 60),
    connection: CONNECTIONS.includes(hints.connection ?? "")
      ? hints.connection!
      : UNKNOWN,
    network: networkOf(hints.address),
  };
}

/** The first 24 bits of an IPv4 address, the first 48 of IPv6. */
export function networkOf(address: string | null): string {
  const plain = (address ?? "").replace(/%.*$/, "");
  if (!ipaddr.isValid(plain)) return UNKNOWN;
  const known = ipaddr.process(plain);
  const bits = known.kind() === "ipv4" ? 24 : 48;
  const kept = known.toByteArray().map((byte, n) => n * 8 < bits ? byte : 0);
  return `${ipaddr.fromByteArray(kept).toString()}/${bits}`;
}
