import type { Failure } from "./messages.ts";
import { answerOwn, CLIENT_PATH } from "./page.ts";

const PAGE = `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Error</title></head>
  <body><script src="${CLIENT_PATH}"></script></body>
</html>`;

export interface Fallback {
  port: number;
  close(): Promise<void>;
}

/** Answers in the place of an app that does not start, until it does. */
export function serveFailure(
  failure: Failure,
): Fallback {
  const id = crypto.randomUUID();
  const pages = new Set<ReadableStreamDefaultController<string>>();
  const abort = new AbortController();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, signal: abort.signal, onListen() {} },
    (req) => {
      const own = answerOwn(req, { id, failure }, (page) => {
        pages.add(page);
        page.enqueue(": open\n\n");
      });
      const headers = { "content-type": "text/html; charset=utf-8" };
      return own ?? new Response(PAGE, { status: 500, headers });
    },
  );
  return {
    port: server.addr.port,
    async close() {
      for (const page of pages) close(page);
      abort.abort();
      await server.finished;
    },
  };
}

function close(page: ReadableStreamDefaultController<string>) {
  try {
    page.close();
  } catch {
    // The browser left first.
  }
}
