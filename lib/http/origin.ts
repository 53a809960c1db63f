/** What is needed of a request's context to know the site. */
interface Asked {
  url: URL;
  state: { millo: { config: { origin: string | null } } };
}

/** This site as others reach it: as the settings say, or as it was asked. */
export function ownOriginOf({ url, state }: Asked): string {
  return state.millo.config.origin ?? url.origin;
}

/** Whether cookies travel over TLS only. */
export function isSecure(asked: Asked): boolean {
  return ownOriginOf(asked).startsWith("https:");
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a page of this very site sent this. The browser says it by
 * Sec-Fetch-Site or Origin, an old one by Referer. Who sends none of them is
 * no browser's page, and passes only without a cookie: then nobody's rights
 * are borrowed.
 */
export function isOwnRequest(
  { method, headers }: Pick<Request, "method" | "headers">,
  own: string,
): boolean {
  if (SAFE.includes(method)) return true;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return true;
  if (site === "cross-site" || site === "same-site") return false;
  const origin = headers.get("origin");
  if (origin !== null) return origin === own;
  const referer = headers.get("referer");
  if (referer !== null) return URL.parse(referer)?.origin === own;
  return !headers.has("cookie");
}
