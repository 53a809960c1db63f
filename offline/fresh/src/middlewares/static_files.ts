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
    const path = pathOf(ctx);
    const file = path === null ? null : await cache.getFile(path);
    if (file) return await answer(ctx, file);
    // Browsers ask by themselves; no app wants a rendered page for that.
    if (path === "/favicon.ico") return new Response(null, { status: 404 });
    return await ctx.next();
  };
}

function pathOf(
  { url, config: { basePath } }: Context<unknown>,
): string | null {
  const { pathname } = url;
  if (!pathname.startsWith(basePath)) return null;
  const path = pathname.slice(basePath.length);
  if (!path.includes("%")) return path;
  // A slash that came encoded belongs to a name, and no file has such a name.
  if (/%2f/i.test(path)) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

async function answer(
  ctx: Context<unknown>,
  file: StaticFile,
): Promise<Response> {
  const { method, headers: asked } = ctx.req;
  if (method !== "GET" && method !== "HEAD") {
    return new Response("Method Not Allowed", { status: 405 });
  }
  const key = ctx.url.search === ""
    ? null
    : ctx.url.searchParams.get(CACHE_KEY);
  if (key !== null && key !== buildId()) return withoutKey(ctx.url);
  const forever = (key !== null || file.immutable) && file.hash !== null;
  const headers = new Headers({
    "cache-control": forever ? FOREVER : NEVER,
    "content-type": file.contentType,
    vary: "If-None-Match",
  });
  if (file.hash !== null) {
    const etag = `W/"${file.hash}"`;
    headers.set("etag", etag);
    if (asked.get("if-none-match") === etag) {
      return new Response(null, { status: 304, headers });
    }
  }
  const content = await file.read();
  headers.set("content-length", String(content.byteLength));
  return new Response(method === "HEAD" ? null : content, { headers });
}

function withoutKey(url: URL): Response {
  const target = new URL(url);
  target.searchParams.delete(CACHE_KEY);
  const location = target.pathname + target.search;
  return new Response(null, { status: 307, headers: { location } });
}
