import { assertEquals } from "@std/assert";
import { z } from "zod";
import { readForm } from "../../lib/http/forms.ts";
import { isStale, versionOf } from "../../lib/store/mod.ts";
import type { Ctx } from "../../lib/http/mod.ts";
import { translator } from "../../lib/i18n/mod.ts";

const schema = z.object({
  name: z.string().max(5, "account.error.stale"),
  code: z.string().optional(),
  tags: z.array(z.string().max(3)).max(2),
  picture: z.instanceof(File).optional(),
});
const options = { lists: ["tags"], secrets: ["code"] };

function asked(body: BodyInit): Ctx {
  const req = new Request("http://localhost/", { method: "POST", body });
  return { req, state: { t: translator() } } as Ctx;
}

function read(pairs: string[][]) {
  return readForm(asked(new URLSearchParams(pairs)), schema, options);
}

Deno.test("a list is a list, of none, of one and of many", async () => {
  for (const tags of [[], ["a"], ["a", "b"]]) {
    const pairs = [["name", "Ann"], ...tags.map((tag) => ["tags", tag])];
    const form = await read(pairs);
    assertEquals(form.ok && form.value, { name: "Ann", tags });
  }
});

Deno.test("what is wrong stands by its field, once, and secrets are blanked", async () => {
  const form = await read([
    ["name", "too long a name"],
    ["code", "hunter2"],
    ["tags", "long"],
    ["tags", "longer"],
  ]);
  const t = translator();
  assertEquals(form, {
    ok: false,
    values: { name: "too long a name", tags: "longer" },
    lists: { tags: ["long", "longer"] },
    errors: { name: t("account.error.stale"), tags: t("form.wrong") },
  });
});

Deno.test("a message may say what the schema knows", async () => {
  const wanted = z.object({ n: z.string().max(5, "fault.status") });
  const t =
    ((key: string, values: { maximum: number }) =>
      `${key} ${values.maximum}`) as unknown as Ctx["state"]["t"];
  const ctx = { ...asked(new URLSearchParams({ n: "too long" })) } as Ctx;
  const form = await readForm({ ...ctx, state: { t } } as Ctx, wanted);
  assertEquals(!form.ok && form.errors, { n: "fault.status 5" });
});

Deno.test("a file is a file, and one that was not chosen is nothing", async () => {
  const data = new FormData();
  data.append("name", "Ann");
  data.append("picture", new File([], ""));
  const without = await readForm(asked(data), schema, options);
  assertEquals(without.ok && without.value.picture, undefined);
  data.set("picture", new File(["12345"], "me.png"));
  const chosen = await readForm(asked(data), schema, options);
  assertEquals(chosen.ok && chosen.value.picture?.size, 5);
  assertEquals(chosen.ok && Object.keys(chosen.values), ["name"]);
});

Deno.test("names that objects have of their own are only names", async () => {
  const form = await read([["__proto__", "x"], ["constructor", "y"], [
    "name",
    "Ann",
  ]]);
  assertEquals(form.ok && form.value, { name: "Ann", tags: [] });
  assertEquals(({} as Record<string, unknown>).x, undefined);
});

Deno.test("a form made from an older record is stale", () => {
  const record = { version: "00000000000000010000" };
  assertEquals(isStale({ version: versionOf(record) }, record), false);
  assertEquals(isStale({ version: versionOf(null) }, null), false);
  assertEquals(isStale({ version: versionOf(null) }, record), true);
  assertEquals(isStale({ version: versionOf(record) }, null), true);
  assertEquals(isStale({}, record), true);
});
