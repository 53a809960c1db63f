import { type Millo, millo } from "../app/mod.ts";
import { signalsGpc } from "../consent/mod.ts";
import { offeredLocales } from "../i18n/mod.ts";
import { remembering } from "../kernel/mod.ts";
import { addressOf } from "./address.ts";
import { takeForAddress } from "./address_limits.ts";
import { CachedPage } from "./cached_page.ts";
import { readCookie, setCookie } from "./cookies.ts";
import { chooseEncoding } from "./accept.ts";
import type { Encoding } from "./encodings.ts";
import { localeFor } from "./language.ts";
import { noteAnswer, requestId } from "./middlewares/requests.ts";
import { isSecure } from "./origin.ts";

type Fetch = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Pages that are the same for everybody without a session, by route. */
export const CACHED_ROUTES: readonly { route: string; path: RegExp }[] = [
  { route: "/", path: /^\/$/ },
  { route: "/rules", path: /^\/rules$/ },
  { route: "/safety", path: /^\/safety$/ },
  { route: "/accessibility", path: /^\/accessibility$/ },
  { route: "/policies/cookies", path: /^\/policies\/cookies$/ },
  { route: "/policies/:slug", path: /^\/policies\/[a-z]+$/ },
  { route: "/policies/:slug/:version", path: /^\/policies\/[a-z]+\/\d+$/ },
];

/** What decides which page somebody without a session is shown. */
interface Asked {
  route: string;
  key: string;
  secure: boolean;
  /** The signal came with this request, and the browser has no cookie of it. */
  newOptOut: boolean;
}

interface Cache {
  pages: Map<string, CachedPage>;
  asked(text: string): Asked | null;
}

const caches = new WeakMap<Millo, Cache>();

/** The pages of one running Millo: tests open several. */
export function cacheOf(running: Millo): Cache {
  const known = caches.get(running);
  if (known) return known;
  const asked = remembering((text) => readAsked(text, running));
  const cache = { pages: new Map(), asked };
  caches.set(running, cache);
  return cache;
}

/**
 * Answers whoever has no session from pages that were rendered and compressed
 * once per build, language and opt-out, before the router and its middlewares
 * are entered: limits, log and figures count these requests like any other.
 * Whatever else is asked for passes on to the app.
 */
export function cachedPages<A extends { handler(): Fetch }>(app: A): A {
  const handler = app.handler.bind(app);
  app.handler = () => {
    const fetch = handler();
    return async (req, info) => {
      const route = routeOf(req);
      if (!route || !info) return await fetch(req, info);
      const running = await millo();
      const cache = cacheOf(running);
      const asked = askedFor(req, route, cache);
      if (asked === null) return await fetch(req, info);
      const page = cache.pages.get(asked.key);
      return page && !await isOverLimit(running, req, info)
        ? answer(running, req, page, asked)
        : await render(cache, fetch, req, info, asked);
    };
  };
  return app;
}

/** Null for what is not such a page: a query may change what a page says. */
function routeOf({ method, url }: Request): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const path = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  return CACHED_ROUTES.find((page) => page.path.test(path))?.route ?? null;
}

/** The headers that decide, in the order in which they are remembered. */
const DECIDING = ["cookie", "accept-language", "sec-gpc"];

/** Cookies of a browser that is known, and must not be remembered here. */
const KNOWN = /millo_(session|gate)=/;

/**
 * What such a request asks for; most visitors send the same headers. Null for
 * a browser that is known: its pages are its own.
 */
function askedFor(
  { url, headers }: Request,
  route: string,
  { asked }: Cache,
): Asked | null {
  const values = DECIDING.map((name) => headers.get(name));
  if (KNOWN.test(values[0] ?? "")) return null;
  return asked(JSON.stringify([url, route, ...values]));
}

/** Null for an address that is none: see literalPaths. */
function readAsked(text: string, running: Millo): Asked | null {
  const [asked, route, ...values] = JSON.parse(text);
  const url = URL.parse(asked);
  if (url === null) return null;
  const headers = new Headers(
    DECIDING.map((name, n): [string, string] => [name, values[n] ?? ""]),
  );
  const secure = isSecure({ url, state: { millo: running } });
  const locales = offeredLocales({ pseudo: running.config.pseudoLocales });
  const locale = localeFor(headers, secure, locales);
  const gpc = signalsGpc(headers);
  const kept = readCookie(headers, "optout", secure) === "1";
  return {
    route,
    // Without the host: anybody can name another one with each request.
    key: JSON.stringify([url.pathname, locale, gpc || kept, secure]),
    secure,
    newOptOut: gpc && !kept,
  };
}

function answer(
  running: Millo,
  req: Request,
  page: CachedPage,
  asked: Asked,
): Response {
  const start = performance.now();
  const response = page.answer(req, encodingFor(req));
  if (asked.newOptOut) {
    setCookie(response.headers, "optout", "1", asked.secure);
  }
  const id = requestId();
  response.headers.set("x-request-id", id);
  const ms = performance.now() - start;
  const { status } = response;
  const { route } = asked;
  noteAnswer(running, { id, method: req.method, route, status, ms });
  return response;
}

/** The app answers those who ask too fast: it counts them once more. */
async function isOverLimit(
  { limiter, config }: Millo,
  { headers }: Request,
  info: Deno.ServeHandlerInfo,
): Promise<boolean> {
  const address = addressOf(headers, info, config.proxyHops);
  return address !== null &&
    await takeForAddress(limiter, "pages", address) > 0;
}

/** The answer of the app itself, which the next ones are given too. */
async function render(
  { pages }: Cache,
  fetch: Fetch,
  req: Request,
  info: Deno.ServeHandlerInfo,
  asked: Asked,
): Promise<Response> {
  const response = await fetch(req, info);
  if (req.method !== "GET" || response.status !== 200) return response;
  const page = await CachedPage.of(response.clone());
  if (!page) return response;
  pages.set(asked.key, page);
  await response.body?.cancel();
  const answered = page.answer(req, encodingFor(req));
  for (const name of OWN_HEADERS) {
    for (const value of valuesOf(response.headers, name)) {
      answered.headers.append(name, value);
    }
  }
  return answered;
}

/** What the app's own answer has that no later one may be given. */
const OWN_HEADERS = ["set-cookie", "x-request-id"];

function valuesOf(headers: Headers, name: string): string[] {
  if (name === "set-cookie") return headers.getSetCookie();
  const value = headers.get(name);
  return value === null ? [] : [value];
}

function encodingFor({ headers }: Request): Encoding | null {
  return encodingOf(headers.get("accept-encoding") ?? "");
}

const encodingOf = remembering(chooseEncoding);
