/**
 * The process that serves the app while developing. It gets ready, waits for
 * the order to start, and only then loads the app: `child.ts <entry>`.
 */
import { failureOf } from "./failure.ts";
import { MARK, type Order, type Report } from "./messages.ts";
import { answerOwn, asPlain, withClient } from "./page.ts";

type Controller = ReadableStreamDefaultController<string>;

const [entry] = Deno.args;
const id = crypto.randomUUID();
const FRAMEWORK = [
  "preact",
  "preact/hooks",
  "preact-render-to-string",
  "@preact/signals",
  "fresh",
  "fresh/runtime",
  "fresh/dev",
];

function report(message: Report) {
  const line = `${MARK}${JSON.stringify(message)}\n`;
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}

/** Modules that no change of the app touches, loaded ahead of time. */
async function warmUp() {
  await Promise.all(
    FRAMEWORK.map((name) => import(name).catch(() => null)),
  );
  // The bundler's own process is the slowest part to start.
  const bundler = await import("esbuild" as string).catch(() => null);
  await bundler?.transform("");
}

type Handler = (
  req: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

function wrap(handler: Handler): Handler {
  return async (req, info) => {
    const own = answerOwn(req, { id, failure: null }, subscribe);
    return own ?? withClient(await handler(asPlain(req), info), id);
  };
}

function subscribe(page: Controller) {
  page.enqueue(": open\n\n");
}

/** The app's server goes to a port of its own, behind the supervisor's. */
function wrapServe() {
  const serve = Deno.serve;
  // deno-lint-ignore no-explicit-any
  function wrapped(...args: any[]) {
    Object.defineProperty(Deno, "serve", { value: serve, configurable: true });
    const last = args.pop();
    const options = args[0] ?? (typeof last === "function" ? {} : last);
    const handler = typeof last === "function" ? last : last.handler;
    const { onListen } = options;
    return serve({
      ...options,
      hostname: "127.0.0.1",
      port: 0,
      onListen({ port, transport }: Deno.NetAddr) {
        const { hostname = "127.0.0.1", port: shown } = options;
        onListen?.({ transport, hostname, port: shown });
        report({ type: "listening", port });
      },
      handler: wrap(handler),
    });
  }
  Object.defineProperty(Deno, "serve", { value: wrapped, configurable: true });
}

async function start(changed: string[]) {
  const root = Deno.cwd();
  try {
    // Routes load with their first request, too late for an overlay.
    for (const path of changed) await import(`file://${path}`);
    await import(entry);
  } catch (error) {
    report({ type: "failed", failure: failureOf(error, root) });
  }
}

async function obey() {
  const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const text of lines) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    for (const part of parts) {
      const order: Order = JSON.parse(part);
      start(order.changed);
    }
  }
  // The supervisor is gone.
  Deno.exit(0);
}

wrapServe();
await warmUp();
report({ type: "warm" });
await obey();
