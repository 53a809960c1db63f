import { OWN } from "./messages.ts";

/** The script that every page gets while developing. */
export const CLIENT_PATH = `${OWN}client.js`;
export const EVENTS_PATH = `${OWN}events`;
export const PING_PATH = `${OWN}ping`;

const CLIENT = new URL("./client.js", import.meta.url);

/** Answers for the paths of the supervisor; null for those of the app. */
export function answerOwn(
  req: Request,
  state: { id: string; failure: unknown },
  subscribe: (controller: ReadableStreamDefaultController<string>) => void,
): Response | null {
  const { pathname, searchParams } = new URL(req.url);
  if (!pathname.startsWith(OWN)) return null;
  const headers = { "cache-control": "no-store" };
  if (pathname === CLIENT_PATH) {
    const script = Deno.readTextFileSync(CLIENT);
    const type = { "content-type": "text/javascript; charset=UTF-8" };
    return new Response(script, { headers: { ...headers, ...type } });
  }
  if (pathname === PING_PATH) return Response.json(state, { headers });
  const isMeant = searchParams.get("server") === state.id;
  if (pathname !== EVENTS_PATH || !isMeant) {
    return new Response(null, { status: 404 });
  }
  const events = new ReadableStream<string>({ start: subscribe });
  return new Response(events.pipeThrough(new TextEncoderStream()), {
    headers: { ...headers, "content-type": "text/event-stream" },
  });
}

/** Asks for a page whole and uncompressed: the script is added to its text. */
export function asPlain(req: Request): Request {
  const isForPage = req.headers.get("accept")?.includes("text/html");
  if (!isForPage || req.headers.has("upgrade")) return req;
  const headers = new Headers(req.headers);
  for (const name of ["accept-encoding", "if-none-match"]) headers.delete(name);
  const { url, method, body } = req;
  return new Request(url, { method, headers, body });
}

/**
 * Adds the script to a page, allowed by the page's own policy. It is told which
 * server has made the page: another one may answer before it first asks.
 */
export function withClient(response: Response, id: string): Response {
  const { headers, body } = response;
  const isPage = headers.get("content-type")?.startsWith("text/html");
  if (!isPage || body === null) return response;
  const policy = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const tag = `<script src="${CLIENT_PATH}" data-server="${id}"${
    nonce ? ` nonce="${nonce}"` : ""
  }></script>`;
  const appended = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      flush(controller) {
        controller.enqueue(new TextEncoder().encode(tag));
      },
    }),
  );
  const changed = new Response(appended, response);
  changed.headers.delete("content-length");
  return changed;
}
