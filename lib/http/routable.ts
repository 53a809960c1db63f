import { isKnown, substituteFor } from "./methods.ts";

type Fetch = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Where a request goes whose address is none. */
const NOWHERE = "http://nowhere.invalid/%25";

/** Nothing of ours is there. */
const CUT = "/-";

/**
 * Gives Fresh only what its router and its file server can read: it fails on
 * addresses with broken percent encoding and on methods that it does not know,
 * before any middleware could catch that, and on paths that no system takes as
 * those of files. Broken encoding is taken literally, any other such path is
 * cut: both are merely unknown. Such a method is refused by `knownMethods`.
 */
export function routableOnly<A extends { handler(): Fetch }>(app: A): A {
  const handler = app.handler.bind(app);
  app.handler = () => {
    const fetch = handler();
    return (req, info) => fetch(routable(req), info);
  };
  return app;
}

/** No path of ours is as long. */
const MAX_PATH = 2_048;

/** Bytes that file systems take as one name. */
const MAX_NAME = 255;

function routable(req: Request): Request {
  const url = readable(req.url);
  if (!isKnown(req.method)) return substituteFor(req, url);
  if (url === req.url) return req;
  const { method, headers, body } = req;
  return new Request(url, { method, headers, body });
}

/** The address itself, if nothing in it has to be changed. */
function readable(text: string): string {
  const url = URL.parse(text);
  if (url === null) return NOWHERE;
  const path = decoded(url.pathname);
  if (path === null) {
    url.pathname = url.pathname.replaceAll("%", "%25");
    return readable(url.href);
  }
  if (isPathOfFile(path)) return text;
  url.pathname = CUT;
  return url.href;
}

/** Null for broken encoding. */
function decoded(path: string): string | null {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Fresh looks for each part, encoded anew, below the folder of its files, and
 * takes a name that begins with two dots for one that leads out of there.
 */
function isPathOfFile(path: string): boolean {
  if (path.length > MAX_PATH) return false;
  return path.split("/").map(encodeURIComponent).every((name) =>
    name.length <= MAX_NAME && !name.startsWith("..")
  );
}
