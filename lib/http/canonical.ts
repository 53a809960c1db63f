/**
 * The one spelling of an address, as a path with its query: slashes stand
 * alone and not at the end, and a question mark asks something. Null where it
 * is written so already.
 */
export function canonicalOf(address: string): string | null {
  const { pathname, search } = new URL(address);
  const path = pathname.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
  const canonical = path + search;
  const start = address.indexOf("/", address.indexOf("//") + 2);
  // The host is compared nowhere: browsers may write it in capitals.
  return start < 0 || address.slice(start) === canonical ? null : canonical;
}
