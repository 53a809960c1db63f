import { isKnown, substituteFor } from "./methods.ts";

type Fetch = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Where a request goes whose address is none. */
const NOWHERE = "http://nowhere.invalid/%25";

/**
 * Gives Fresh only what its router can read: it fails on addresses with broken
 * percent encoding and on methods that it does not know, both before any
 * middleware could catch that. Such a path is taken literally, and so is merely
 * unknown; such a method is refused by `knownMethods`.
 */
export function routableOnly<A extends { handler(): Fetch }>(app: A): A {
  const handler = app.handler.bind(app);
  app.handler = () => {
    const fetch = handler();
    return (req, info) => fetch(routable(req), info);
  };
  return app;
}

/** No path of ours is as long, and no system looks for a file of that name. */
const MAX_PATH = 2_048;

function routable(req: Request): Request {
  const url = isReadable(req.url) ? bounded(req.url) : literal(req.url);
  if (!isKnown(req.method)) return substituteFor(req, url);
  if (url === req.url) return req;
  const { method, headers, body } = req;
  return new Request(url, { method, headers, body });
}

function isReadable(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  if (!url.pathname.includes("%")) return true;
  try {
    decodeURIComponent(url.pathname);
    return true;
  } catch {
    return false;
  }
}

/** A path that is too long is cut, and so is merely unknown. */
function bounded(text: string): string {
  if (text.length <= MAX_PATH) return text;
  const url = new URL(text);
  if (url.pathname.length <= MAX_PATH) return text;
  url.pathname = "/-";
  return url.href;
}

function literal(text: string): string {
  const url = new URL(URL.parse(text) ?? NOWHERE);
  url.pathname = url.pathname.replaceAll("%", "%25");
  return url.href;
}
