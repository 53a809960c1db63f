import { buildId } from "./build_id.ts";

export const CACHE_KEY = "__frsh_c";

/** Adds the cache key of this build to a path that is relative to the root. */
export function asset(path: string): string {
  return lockedPath(path, buildId());
}

/** {@linkcode asset} for a build that is not the running one. */
export function lockedPath(path: string, id: string): string {
  if (path[0] !== "/" || path[1] === "/" || path.includes(CACHE_KEY)) {
    return path;
  }
  const hashAt = path.indexOf("#");
  const hash = hashAt === -1 ? "" : path.slice(hashAt);
  const rest = hashAt === -1 ? path : path.slice(0, hashAt);
  const queryAt = rest.indexOf("?");
  if (queryAt === -1) return `${rest}?${CACHE_KEY}=${id}${hash}`;
  const query = new URLSearchParams(rest.slice(queryAt));
  query.set(CACHE_KEY, id);
  return `${rest.slice(0, queryAt)}?${query}${hash}`;
}

/** {@linkcode asset} for every candidate of a `srcset`. */
export function assetSrcSet(srcset: string): string {
  if (srcset.includes("(")) return srcset;
  const candidates = srcset.split(",");
  if (candidates.some((candidate) => candidate.trim() === "")) return srcset;
  return candidates.map(lockCandidate).join(",");
}

function lockCandidate(candidate: string): string {
  return candidate.replace(
    /^(\s*)(\S+)/,
    (_, space, url) => space + asset(url),
  );
}
