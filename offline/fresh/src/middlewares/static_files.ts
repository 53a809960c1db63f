import { CACHE_KEY } from "../asset.ts";
import { buildId } from "../build_id.ts";
import type { StaticFile } from "../server/build_cache.ts";
import { type Context, internals } from "../server/context.ts";
import type { Middleware } from "../types.ts";

const NEVER = "no-cache, no-store, max-age=0, must-revalidate";
const FOREVER = "public, max-age=31536000, immutable";

/** Serves the files of the build; goes on where there is none. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { cache } = ctx[internals];
    const path = pathOf(ctx.url);
    const file = path === null ? null : await cache.getFile(path);
    if (file) return await answer(ctx, file);
    // Browsers ask by themselves; no app wants a rendered page for that.
    if (path === "/favicon.ico") return new Response(null, { status: 404 });
    return await ctx.next();
  };
}

function pathOf({ pathname }: URL): string | null {
  if (!pathname.includes("%")) return pathname;
  // A slash that came encoded belongs to a name, and no file has such a name.
  if (/%2f/i.test(pathname)) return null;
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

async function answer<State>(
  { req, url }: Context<State>,
  file: StaticFile,
): Promise<Response> {
  if (req.method !== "GET" && req.method !== "HEAD") {
    return new Response("Method Not Allowed", { status: 405 });
  }
  const key = url.search === "" ? null : url.searchParams.get(CACHE_KEY);
  if (key !== null && key !== buildId()) return withoutKey(url);
  const headers = new Headers({
    "content-type": file.contentType,
    vary: "If-None-Match",
  });
  if (isKnown(req, file)) return new Response(null, { status: 304, headers });
  const forever = (key !== null || file.immutable) && file.hash !== null;
  headers.set("cache-control", forever ? FOREVER : NEVER);
  if (file.hash !== null) headers.set("etag", etagOf(file.hash));
  const content = await file.read();
  headers.set("content-length", String(content.byteLength));
  return new Response(req.method === "HEAD" ? null : content, { headers });
}

function isKnown({ headers }: Request, { hash }: StaticFile): boolean {
  return hash !== null && headers.get("if-none-match") === etagOf(hash);
}

function etagOf(hash: string): string {
  return `W/"${hash}"`;
}

function withoutKey(url: URL): Response {
  const target = new URL(url);
  target.searchParams.delete(CACHE_KEY);
  const location = target.pathname + target.search;
  return new Response(null, { status: 307, headers: { location } });
}
