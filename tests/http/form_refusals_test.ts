import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { HttpError } from "fresh";
import { z } from "zod";
import { MAX_BODY } from "../../lib/http/body.ts";
import { type FormOptions, readForm } from "../../lib/http/forms.ts";
import type { Ctx } from "../../lib/http/mod.ts";
import { translator } from "../../lib/i18n/mod.ts";

const anything = z.looseObject({});
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=b";

function asked(body: BodyInit | null, type: string | null): Ctx {
  const req = new Request("http://localhost/", { method: "POST", body });
  req.headers.delete("content-type");
  if (type !== null) req.headers.set("content-type", type);
  return { req, state: { t: translator() } } as Ctx;
}

/** The status by which a form is refused, or what was read of it. */
async function read(
  body: BodyInit | null,
  type: string | null = URLENCODED,
  options: FormOptions = {},
): Promise<unknown> {
  try {
    const form = await readForm(asked(body, type), anything, options);
    return form.ok ? form.value : form.errors;
  } catch (error) {
    assert(error instanceof HttpError, String(error));
    return error.status;
  }
}

Deno.test("what does not say that it is a form is refused, whatever it holds", async () => {
  for (
    const type of [
      null,
      "",
      "text/plain",
      "application/json",
      "application/x-www-form-urlencodedx",
      "x-application/x-www-form-urlencoded",
      "multipart/mixed; boundary=b",
      "text/plain; application/x-www-form-urlencoded",
    ]
  ) assertEquals(await read("a=b", type), 415, String(type));
});

Deno.test("the type of a form may be written in any case, with parameters", async () => {
  for (
    const type of [
      URLENCODED,
      "Application/X-WWW-Form-Urlencoded",
      `${URLENCODED}; charset=utf-8`,
      ` ${URLENCODED} ;x=y`,
    ]
  ) assertEquals(await read("a=b", type), { a: "b" }, type);
});

const BROKEN: Record<string, [body: string, type: string]> = {
  "no boundary": ["--b\r\n", "multipart/form-data"],
  "another boundary": ["--c--\r\n", MULTIPART],
  "no parts at all": ["", MULTIPART],
  "words before the parts": ["hello", MULTIPART],
};

for (const [what, [body, type]] of Object.entries(BROKEN)) {
  Deno.test(`a form with ${what} is a bad request`, async () => {
    assertEquals(await read(body, type), 400);
  });
}

Deno.test("two hundred fields are read, and one more is not", async () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, n) => `f${n}=1`).join("&");
  const whole = await read(fields(200)) as object;
  assertEquals(Object.keys(whole).length, 200);
  assertEquals(await read(fields(201)), 400);
  assertEquals(await read(Array(201).fill("a=1").join("&")), 400);
});

Deno.test("a form may be so large, or as large as its route says, and no larger", async () => {
  const sized = (bytes: number) => `a=${"x".repeat(bytes - 2)}`;
  assert(typeof await read(sized(MAX_BODY)) === "object");
  assertEquals(await read(sized(MAX_BODY + 1)), 413);
  assertEquals(await read(sized(11), URLENCODED, { limit: 10 }), 413);
  const limit = 2 * MAX_BODY;
  assert(typeof await read(sized(limit), URLENCODED, { limit }) === "object");
});

Deno.test("a form without a body has no fields", async () => {
  assertEquals(await read(null), {});
  assertEquals(await read(""), {});
});

Deno.test("of a field that comes twice the last counts, and both where it is a list", async () => {
  assertEquals(await read("a=1&a=2"), { a: "2" });
  assertEquals(await read("a=1&a=2", URLENCODED, { lists: ["a"] }), {
    a: ["1", "2"],
  });
  assertEquals(await read("b=1", URLENCODED, { lists: ["a"] }), {
    a: [],
    b: "1",
  });
});

Deno.test("whatever is typed comes back as it was, and secrets never", async () => {
  const text = fc.string({ unit: "binary", maxLength: 60 })
    .map((value) => value.toWellFormed());
  await fc.assert(fc.asyncProperty(text, text, async (typed, secret) => {
    const body = new URLSearchParams({ name: typed, code: secret });
    const refusing = z.object({ name: z.never(), code: z.string() });
    const form = await readForm(asked(body, URLENCODED), refusing, {
      secrets: ["code"],
    });
    assert(!form.ok);
    assertEquals(form.values, { name: typed });
    assertEquals(Object.keys(form.errors), ["name"]);
  }));
});

Deno.test("a form of many files and words is told apart", async () => {
  const data = new FormData();
  data.append("name", "Zoë 🇩🇪");
  data.append("one", new File(["1"], "one.txt"));
  data.append("none", new File([], ""));
  data.append("named", new File([], "empty.txt"));
  const { req, state } = asked(null, null);
  const ctx = {
    req: new Request(req.url, { method: "POST", body: data }),
    state,
  };
  const form = await readForm(ctx as Ctx, anything);
  assert(form.ok);
  assertEquals(Object.keys(form.value).toSorted(), ["name", "named", "one"]);
  assert(form.value.one instanceof File && form.value.named instanceof File);
  assertEquals(form.values, { name: "Zoë 🇩🇪" });
});

Deno.test("a list in which a file stands is given back without it", async () => {
  const data = new FormData();
  data.append("tags", "a");
  data.append("tags", new File(["1"], "one.txt"));
  const { req, state } = asked(null, null);
  const ctx = {
    req: new Request(req.url, { method: "POST", body: data }),
    state,
  };
  const strings = z.object({ tags: z.array(z.string()) });
  const form = await readForm(ctx as Ctx, strings, { lists: ["tags"] });
  assert(!form.ok);
  assertEquals(form.lists, { tags: ["a"] });
});

Deno.test("what is wrong with the whole form, and not with a field, is told as such", async () => {
  const whole = z.object({ a: z.string() }).refine(() => false, {
    message: "account.error.stale",
  });
  const form = await readForm(asked("a=1", URLENCODED), whole);
  const t = translator();
  assertEquals(!form.ok && form.errors, { form: t("account.error.stale") });
});

Deno.test("a schema that asks elsewhere is waited for", async () => {
  const slow = z.object({
    a: z.string().refine((value) => Promise.resolve(value === "yes")),
  });
  const yes = await readForm(asked("a=yes", URLENCODED), slow);
  const no = await readForm(asked("a=no", URLENCODED), slow);
  assertEquals([yes.ok, no.ok], [true, false]);
});

Deno.test("a fault in a schema is ours, and no refusal of the form", async () => {
  const broken = z.object({
    a: z.string().transform(() => {
      throw new TypeError("a fault of ours");
    }),
  });
  await assertRejects(
    () => readForm(asked("a=1", URLENCODED), broken),
    TypeError,
  );
});
