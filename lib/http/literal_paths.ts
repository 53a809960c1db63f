type Fetch = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Where a request goes whose address is none. */
const NOWHERE = "http://nowhere.invalid/%25";

/**
 * Takes a path whose percent encoding is broken literally, so that it is
 * merely unknown: Fresh reads address and parameters before any middleware
 * could catch what that throws.
 */
export function literalPaths<A extends { handler(): Fetch }>(app: A): A {
  const handler = app.handler.bind(app);
  app.handler = () => {
    const fetch = handler();
    return (req, info) => fetch(isReadable(req.url) ? req : literal(req), info);
  };
  return app;
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

function literal(req: Request): Request {
  const url = new URL(URL.parse(req.url) ?? NOWHERE);
  url.pathname = url.pathname.replaceAll("%", "%25");
  const { method, headers, body } = req;
  return new Request(url, { method, headers, body });
}
