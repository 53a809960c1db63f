import { assert, assertEquals } from "@std/assert";
import type { z } from "zod";
import { registry } from "../../lib/data_map/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { accountId } from "../../lib/store/mod.ts";

/** The fields that name an account: as long as its id, and no longer. */
function accountFields() {
  return registry.filter(({ spec: { privacy } }) =>
    // Those who run Millo are known by ids of their own.
    !("purpose" in privacy && privacy.purpose === "staffing")
  ).flatMap(({ name, roles, spec }) =>
    roles.flatMap(({ of }) => {
      const schema = spec.schema.shape[of] as z.ZodType;
      const takes = (text: string) => schema.safeParse(text).success;
      return takes(newAccountId()) && !takes("0".repeat(64))
        ? [{ name: `${name}.${of}`, schema }]
        : [];
    })
  );
}

/** What a schema that may be null holds otherwise. */
function within(schema: z.ZodType): unknown {
  const { def } = schema as unknown as { def: { innerType?: z.ZodType } };
  return def.innerType ?? schema;
}

Deno.test("a new account's id is one for every record", () => {
  const id = newAccountId();
  assertEquals(accountId.parse(id), id);
  assert(accountFields().length > 20);
  for (const { name, schema } of accountFields()) {
    assert(schema.safeParse(id).success, name);
  }
});

Deno.test("records name accounts by the one field that is branded", () => {
  const others = accountFields().filter(({ schema }) =>
    within(schema) !== accountId
  );
  assertEquals(others.map(({ name }) => name), []);
});

Deno.test("what is shorter, longer or nothing is no account's id", () => {
  const id = newAccountId();
  for (const text of [id.slice(1), `${id}0`, "", null, 26]) {
    assertEquals(accountId.safeParse(text).success, false, String(text));
  }
});
