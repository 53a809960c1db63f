import { assert, assertEquals } from "@std/assert";
import * as fc from "fast-check";
import { openApp, type TestApp } from "../helpers/app.ts";
import {
  type Malformed,
  malformedFrame,
  malformedRequest,
} from "../helpers/malformed.ts";
import { heapInUse } from "../helpers/memory.ts";

const COUNT = 10_000;
const SEED = 20_261_123;
/** What the same work leaves behind by chance, in megabytes. */
const SLACK = 5;

/** Answers what nobody handled while `work` ran. */
async function unhandled(work: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const note = (event: PromiseRejectionEvent | ErrorEvent) => {
    event.preventDefault();
    seen.push(String("reason" in event ? event.reason : event.error));
  };
  addEventListener("unhandledrejection", note);
  addEventListener("error", note);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 50));
  removeEventListener("unhandledrejection", note);
  removeEventListener("error", note);
  return seen;
}

/** Megabytes that the second half leaves: the first fills what is kept for good. */
async function levelOver<T>(
  all: readonly T[],
  round: (some: readonly T[]) => Promise<void>,
): Promise<number> {
  await round(all.slice(0, COUNT / 2));
  const before = await heapInUse();
  await round(all.slice(COUNT / 2));
  return await heapInUse() - before;
}

/** The answer; another spelling of an address leads to it first, and once. */
async function askOnce(
  app: TestApp,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const answer = await app.fetch(path, init);
  if (answer.status !== 308) return answer;
  return await app.fetch(answer.headers.get("location")!, init);
}

Deno.test("10,000 malformed requests: each refused, nothing breaks, nothing stays", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1000000" });
  const requests = fc.sample(malformedRequest, {
    numRuns: COUNT,
    seed: SEED,
  });
  const wrong = new Set<string>();
  const round = async (some: readonly Malformed[]) => {
    for (const { path, init, like } of some) {
      const response = await askOnce(app, path, init);
      await response.body?.cancel();
      const { status } = response;
      const right = like === "plain"
        ? status === 200
        : status >= 400 && status < 500;
      if (!right) wrong.add(`${init.method ?? "GET"} ${path}: ${status}`);
    }
  };
  let grown = 0;
  const seen = await unhandled(async () => {
    grown = await levelOver(requests, round);
  });
  assertEquals([...wrong].slice(0, 20), []);
  assertEquals(seen, []);
  assert(grown < SLACK, `${grown.toFixed(1)} MB stayed behind`);
});

Deno.test("10,000 malformed frames: each answered by a fault, the socket stays", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1000000" });
  const frames = fc.sample(malformedFrame, { numRuns: COUNT, seed: SEED });
  let grown = 0;
  const seen = await unhandled(async () => {
    await using line = await openLine(app);
    const round = async (
      half: readonly (string | Uint8Array<ArrayBuffer>)[],
    ) => {
      for (let at = 0; at < half.length; at += 50) {
        const answers = await line.ask(half.slice(at, at + 50));
        assertEquals(new Set(answers), new Set(["fault"]));
      }
    };
    grown = await levelOver(frames, round);
    assertEquals(await line.ask([JSON.stringify({ v: 1, type: "ping" })]), [
      "pong",
    ]);
  });
  assertEquals(seen, []);
  assert(grown < SLACK, `${grown.toFixed(1)} MB stayed behind`);
});

Deno.test("bytes that are no HTTP end in 4xx or a closed line", async () => {
  await using app = await openApp();
  await using server = serve(app);
  const raw = [
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n",
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(900_000)}\r\n\r\n`,
    "POST /age HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST /age HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
    "POST /age HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "GET /policies/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET /nowhere HTTP/1.1\r\nHost: \u00ff\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
  ];
  for (const text of raw) {
    const answer = await exchange(server.port, text);
    const fine = answer === "" || /^HTTP\/1\.[01] 4\d\d /.test(answer);
    assert(
      fine,
      `${JSON.stringify(text.slice(0, 60))}: ${answer.slice(0, 40)}`,
    );
  }
  const page = await fetch(`http://127.0.0.1:${server.port}/health/live`);
  assertEquals(await page.json(), { live: true });
});

function serve(app: TestApp) {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    app.handler,
  );
  return {
    port: server.addr.port,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** A member's socket that tells how each of some frames was answered. */
async function openLine(app: TestApp) {
  const server = serve(app);
  const base = `127.0.0.1:${server.port}`;
  const browser = await app.as("member");
  const headers = {
    origin: `http://${base}`,
    cookie: `millo_session=${browser.cookie("millo_session")}`,
  };
  // Deno takes headers here; the types of the browser do not know.
  const options = { headers } as unknown as string[];
  const socket = new WebSocket(`ws://${base}/talk/live`, options);
  const answers: string[] = [];
  let onAnswer = () => {};
  socket.onmessage = ({ data }) => {
    answers.push(JSON.parse(data).type);
    onAnswer();
  };
  const until = (count: number) =>
    new Promise<void>((resolve, reject) => {
      onAnswer = () => answers.length >= count && resolve();
      socket.onclose = () => reject(new Error("The socket closed"));
      onAnswer();
    });
  await until(1);
  return {
    async ask(frames: readonly (string | Uint8Array<ArrayBuffer>)[]) {
      answers.length = 0;
      for (const frame of frames) socket.send(frame);
      await until(frames.length);
      return [...answers];
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => socket.onclose = resolve);
      socket.close();
      await closed;
      await server[Symbol.asyncDispose]();
    },
  };
}

/** What comes back for some bytes, until the line is closed or falls silent. */
async function exchange(port: number, text: string): Promise<string> {
  using line = await Deno.connect({ hostname: "127.0.0.1", port });
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const writing = writeAll(line, bytes).catch(() => {});
  const silence = setTimeout(() => line.closeWrite().catch(() => {}), 300);
  const buffer = new Uint8Array(4096);
  const size = await line.read(buffer).catch(() => null);
  clearTimeout(silence);
  await writing;
  return new TextDecoder().decode(buffer.subarray(0, size ?? 0));
}

async function writeAll(line: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await line.write(bytes.subarray(at));
  }
}
