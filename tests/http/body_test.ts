import { assert, assertEquals } from "@std/assert";
import { App, HttpError } from "fresh";
import { MAX_BODY, readBytes, readText } from "../../lib/http/body.ts";
import type { State } from "../../lib/http/state.ts";

type Body = ReadableStream<Uint8Array<ArrayBuffer>> | string | null;

/** What a route gets that reads a body, or the status of its refusal. */
async function read(
  body: Body,
  { limit, headers }: { limit?: number; headers?: HeadersInit } = {},
): Promise<Uint8Array | number> {
  let bytes: Uint8Array | undefined;
  const handler = new App<State>().post("/", async (ctx) => {
    try {
      bytes = await readBytes(ctx, limit);
      return new Response("read");
    } catch (error) {
      assert(error instanceof HttpError);
      return new Response(null, { status: error.status });
    }
  }).handler();
  const request = new Request("http://localhost/", {
    method: "POST",
    body,
    headers,
  });
  const answer = await handler(request);
  await answer.body?.cancel();
  return bytes ?? answer.status;
}

/** A body in parts; it counts how many were asked for. */
function parts(sizes: Iterable<number>) {
  const counted = { pulled: 0, cancelled: false };
  const iterator = sizes[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) return controller.close();
      counted.pulled++;
      controller.enqueue(new Uint8Array(value).fill(counted.pulled));
    },
    cancel() {
      counted.cancelled = true;
    },
  });
  return { body, counted };
}

function* endless(): Generator<number> {
  for (;;) yield 1024;
}

Deno.test("a body is read whole, however it comes in parts", async () => {
  const { body } = parts([3, 0, 1, 2]);
  assertEquals(await read(body), new Uint8Array([1, 1, 1, 3, 4, 4]));
});

Deno.test("no body is an empty one", async () => {
  assertEquals(await read(null), new Uint8Array());
});

Deno.test("a body of exactly the limit passes, one byte more does not", async () => {
  assertEquals(await read(parts([4, 4]).body, { limit: 8 }), bytesOf(4, 4));
  assertEquals(await read(parts([4, 5]).body, { limit: 8 }), 413);
  const usual = parts([MAX_BODY, 1]);
  assertEquals(await read(usual.body), 413);
});

Deno.test("what never ends is not read past the limit, and is told to stop", async () => {
  const { body, counted } = parts(endless());
  assertEquals(await read(body, { limit: 10 * 1024 }), 413);
  assert(counted.pulled < 16, `${counted.pulled} parts were read`);
  assertEquals(counted.cancelled, true);
});

Deno.test("a length that says too much is refused before anything is read", async () => {
  const headers = { "content-length": String(MAX_BODY + 1) };
  const { body, counted } = parts(endless());
  assertEquals(await read(body, { headers }), 413);
  assert(counted.pulled <= 2, `${counted.pulled} parts were read`);
});

Deno.test("a length that is a lie changes nothing", async () => {
  for (const length of ["1", "0", "-5", "nonsense"]) {
    const headers = { "content-length": length };
    assertEquals(await read(parts([4, 4]).body, { headers }), bytesOf(4, 4));
    assertEquals(await read(parts([9]).body, { headers, limit: 8 }), 413);
  }
});

Deno.test("a sender that breaks off is a bad request, not a fault of ours", async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      controller.error(new TypeError("the line is cut"));
    },
  });
  assertEquals(await read(body), 400);
});

Deno.test("text is UTF-8, and what is none is shown as replaced", async () => {
  const handler = new App<State>().post(
    "/",
    async (ctx) => new Response(await readText(ctx)),
  ).handler();
  const text = async (body: BodyInit) =>
    await (await handler(
      new Request("http://localhost/", { method: "POST", body }),
    )).text();
  assertEquals(await text("Zoë 🇩🇪"), "Zoë 🇩🇪");
  assertEquals(await text(new Uint8Array([0x61, 0xff, 0x62])), "a\ufffdb");
});

function bytesOf(...sizes: number[]): Uint8Array {
  return new Uint8Array(sizes.flatMap((size, n) => Array(size).fill(n + 1)));
}
