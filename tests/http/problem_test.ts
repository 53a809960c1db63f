import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { HttpError } from "fresh";
import { unprocessable } from "../../lib/http/forms.ts";
import { type Problem, problem } from "../../lib/http/problem.ts";
import {
  forbidden,
  Refusal,
  socketOnly,
  tooMany,
  wrongMethod,
} from "../../lib/http/refusal.ts";
import { seeOther } from "../../lib/http/mod.ts";
import {
  faultWords,
  type RefusalReason,
  translator,
} from "../../lib/i18n/mod.ts";
import { SECOND } from "../../lib/kernel/mod.ts";
import { ctxOf } from "../helpers/ctx.ts";

async function told(given: Problem): Promise<Record<string, unknown>> {
  const answer = problem(ctxOf(), given);
  assertEquals(answer.status, given.status);
  assertEquals(
    answer.headers.get("content-type"),
    "application/problem+json",
  );
  return await answer.json();
}

Deno.test("a problem has the members that RFC 9457 names, and its own status", async () => {
  for (const status of [400, 403, 404, 405, 413, 415, 422, 429, 500, 503]) {
    const body = await told({ status });
    assertEquals(Object.keys(body).toSorted(), [
      "detail",
      "status",
      "title",
      "type",
    ]);
    assertEquals([body.type, body.status], ["about:blank", status]);
    for (const words of [body.title, body.detail]) {
      assert(typeof words === "string" && words.length > 3, String(status));
      assertEquals(words.includes("{"), false, "a placeholder is left");
    }
  }
});

Deno.test("a status without words of its own reads like its closest relative", async () => {
  const [plain, broken] = [
    await told({ status: 400 }),
    await told({
      status: 500,
    }),
  ];
  for (const status of [401, 409, 418, 451]) {
    assertEquals((await told({ status })).title, plain.title);
  }
  for (const status of [501, 502, 599]) {
    assertEquals((await told({ status })).title, broken.title);
  }
});

Deno.test("the wait of a 429 is told in words and as a number", async () => {
  const body = await told({ status: 429, retryAfter: 20 });
  assertEquals(body.retryAfter, 20);
  assert(String(body.detail).includes("20"));
  assertEquals((await told({ status: 429 })).retryAfter, undefined);
});

Deno.test("a failure is named for the help desk, by an address of nothing", async () => {
  const { instance } = await told({ status: 500, reference: "abc" });
  assertEquals(instance, "urn:millo:fault:abc");
  assertEquals("instance" in await told({ status: 404 }), false);
});

/** Every reason: one that is missing here does not compile. */
const REASONS: Record<RefusalReason, number> = {
  ...{ age: 403, gate: 403, manyPasskeys: 422, origin: 403, passkey: 403 },
  ...{ permission: 403, restricted: 403, signedOut: 403, socket: 426 },
  ...{ unproven: 403, lapsed: 403, barred: 403, reporting: 403 },
};

Deno.test("each reason has words of its own, other than those of its status", async () => {
  const said = new Set<unknown>();
  for (const [reason, status] of Object.entries(REASONS)) {
    const given = { status, reason: reason as RefusalReason };
    const words = faultWords(translator("en"), given);
    const { title, detail } = await told(given);
    assertEquals([title, detail], [words.title, words.text], reason);
    assert(detail !== (await told({ status })).detail, reason);
    said.add(detail);
  }
  assertEquals(said.size, Object.keys(REASONS).length);
});

Deno.test("what is wrong with a form is told field by field", async () => {
  const errors = [{ field: "day", reason: "A day, please" }];
  assertEquals((await told({ status: 422, errors })).errors, errors);
});

Deno.test("a form comes back as a page to a person, as a problem to a program", async () => {
  const data = { errors: { day: "Give a day", year: "Give a year" } };
  const page = unprocessable(ctxOf({ method: "POST" }), data);
  assert(!(page instanceof Response), "Fresh renders it");
  assertEquals([page.data, page.status], [data, 422]);
  const accept = "application/json";
  const answer = unprocessable(
    ctxOf({ method: "POST", headers: { accept } }),
    data,
  );
  assert(answer instanceof Response);
  assertEquals((await answer.json()).errors, [
    { field: "day", reason: "Give a day" },
    { field: "year", reason: "Give a year" },
  ]);
});

Deno.test("a wait is told in whole seconds, never shorter than it is", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4_000_000 }), (waitMs) => {
    const { status, details } = tooMany(waitMs);
    const { retryAfter } = details;
    assertEquals(status, 429);
    assert(Number.isInteger(retryAfter) && retryAfter! >= 1);
    assert(retryAfter! * SECOND >= waitMs);
    assert((retryAfter! - 1) * SECOND < waitMs);
  }));
});

Deno.test("a refusal is a fault of HTTP, so that whoever catches those has it", () => {
  const refusal = new Refusal(403, { reason: "restricted" });
  assert(refusal instanceof HttpError);
  assertEquals([refusal.status, refusal.details.reason], [403, "restricted"]);
  assertEquals([forbidden("age").status, forbidden("age").details.reason], [
    403,
    "age",
  ]);
  assertEquals([socketOnly().status, socketOnly().details.headers], [
    426,
    { upgrade: "websocket" },
  ]);
  const wrong = wrongMethod("GET, HEAD");
  assertEquals([wrong.status, wrong.details.headers], [
    405,
    { allow: "GET, HEAD" },
  ]);
});

Deno.test("after a form a browser is sent on, with what it is given to keep", () => {
  const headers = new Headers({ "set-cookie": "a=b", "location": "/wrong" });
  const answer = seeOther("/account?saved=1", headers);
  assertEquals([answer.status, answer.body], [303, null]);
  assertEquals(answer.headers.get("location"), "/account?saved=1");
  assertEquals(answer.headers.getSetCookie(), ["a=b"]);
  assertEquals(seeOther("/").headers.getSetCookie(), []);
});
