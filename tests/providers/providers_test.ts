import { assert, assertEquals } from "@std/assert";
import { registry } from "../../lib/data_map/mod.ts";
import { policyTable } from "../../lib/data_map/mod.ts";
import { PROVIDER_REGISTER } from "../../lib/providers/mod.ts";
import { PROVIDERS } from "../../lib/store/mod.ts";

Deno.test("the register says who, why, where and by what contract, for all", () => {
  assertEquals(
    Object.keys(PROVIDER_REGISTER).sort(),
    [...PROVIDERS].sort(),
  );
  for (const entry of Object.values(PROVIDER_REGISTER)) {
    for (const text of Object.values(entry)) assert(text.length > 5, text);
  }
});

Deno.test("everybody who is named by a declaration of data is in the register", () => {
  const named = policyTable(registry).flatMap(({ recipients }) => recipients);
  for (const name of named) assert(name in PROVIDER_REGISTER, name);
});
