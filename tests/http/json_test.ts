import { assert, assertEquals } from "@std/assert";
import { App, HttpError } from "fresh";
import { z } from "zod";
import { readJson, type State } from "../../lib/http/mod.ts";

const form = z.object({ id: z.string().max(8), count: z.coerce.number() });

/** What a route reads, or the status of its refusal. */
async function read(body: string, type: string | null) {
  let value: unknown;
  const handler = new App<State>().post("/", async (ctx) => {
    try {
      value = await readJson(ctx, form);
      return new Response("read");
    } catch (error) {
      assert(error instanceof HttpError);
      return new Response(null, { status: error.status });
    }
  }).handler();
  const request = new Request("http://localhost/", { method: "POST", body });
  request.headers.delete("content-type");
  if (type !== null) request.headers.set("content-type", type);
  const answer = await handler(request);
  await answer.body?.cancel();
  return value ?? answer.status;
}

const JSON_TYPE = "application/json";

Deno.test("JSON of the form is read by its schema", async () => {
  const body = JSON.stringify({ id: "x", count: "7", more: true });
  for (const type of [JSON_TYPE, "Application/JSON; charset=utf-8"]) {
    assertEquals(await read(body, type), { id: "x", count: 7 });
  }
});

Deno.test("what does not say that it is JSON is refused, whatever it is", async () => {
  const body = JSON.stringify({ id: "x", count: 7 });
  for (
    const type of [
      null,
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/jsonp",
      "text/plain; application/json",
    ]
  ) assertEquals(await read(body, type), 415, String(type));
});

Deno.test("what is no JSON is a bad request", async () => {
  for (const body of ["", "{", "id=x", '{"id":"x"', "\u0000"]) {
    assertEquals(await read(body, JSON_TYPE), 400, body);
  }
});

Deno.test("JSON of another form is unprocessable", async () => {
  for (
    const body of [
      "null",
      "7",
      "[]",
      "{}",
      '{"id":7,"count":7}',
      '{"id":"longer than eight","count":7}',
      '{"__proto__":{"id":"x","count":7}}',
    ]
  ) assertEquals(await read(body, JSON_TYPE), 422, body);
});

Deno.test("JSON that is larger than a form is not read", async () => {
  const body = JSON.stringify({ id: "a".repeat(70_000), count: 7 });
  assertEquals(await read(body, JSON_TYPE), 413);
});
