import { assertEquals } from "@std/assert";
import {
  collectionsIn,
  policyTable,
  registry,
} from "../../lib/data_map/mod.ts";
import { registerText } from "../../lib/data_map/register_text.ts";
import { PURPOSES } from "../../lib/store/mod.ts";

const lib = new URL("../../lib/", import.meta.url);

Deno.test("every collection in a records.ts is in the registry", async () => {
  const known = new Set(registry.map(({ name }) => name));
  const missing: string[] = [];
  for await (const { name: room } of Deno.readDir(lib)) {
    const records = new URL(`${room}/records.ts`, lib);
    if (!await Deno.stat(records).then(() => true, () => false)) continue;
    const collections = collectionsIn(await import(records.href));
    for (const { name } of collections) {
      if (!known.has(name)) missing.push(`${room}: ${name}`);
    }
  }
  assertEquals(missing, []);
});

Deno.test("collections are declared in records.ts only, and once", async () => {
  const names = registry.map(({ name }) => name);
  assertEquals(names.length, new Set(names).size);
  const strangers: string[] = [];
  for await (const { name: room } of Deno.readDir(lib)) {
    for await (const { name } of Deno.readDir(new URL(`${room}/`, lib))) {
      if (!name.endsWith(".ts") || name === "records.ts") continue;
      const source = await Deno.readTextFile(new URL(`${room}/${name}`, lib));
      if (room !== "store" && source.includes("defineCollection(")) {
        strangers.push(`${room}/${name}`);
      }
    }
  }
  assertEquals(strangers, []);
});

Deno.test("erasure comes to the account last", () => {
  assertEquals(registry.at(-1)?.name, "accounts");
});

Deno.test("the register is the one that was reviewed", async () => {
  const reviewed = new URL("data_map/register.json", lib);
  assertEquals(
    await Deno.readTextFile(reviewed),
    registerText(),
    "Run lib/data_map/write_register.ts and look at what changed",
  );
});

Deno.test("the register has every letter of Article 30(1) for each purpose", () => {
  const register = JSON.parse(registerText());
  assertEquals(Object.values(register.controller).every(Boolean), true);
  assertEquals(register.transfers.length > 0, true);
  assertEquals(register.measures.length > 0, true);
  for (const entry of register.processing) {
    assertEquals(entry.purpose in PURPOSES, true);
    for (const part of ["bases", "people", "data", "recipients"]) {
      assertEquals(entry[part].length > 0, true, `${entry.purpose} ${part}`);
    }
    for (const { kept, about } of entry.data) {
      assertEquals([kept, about].every(Boolean), true);
    }
  }
});

Deno.test("the policy's table has a row for each personal collection", () => {
  const personal = registry.filter(({ plan }) => plan.roles.length > 0);
  assertEquals(policyTable(registry).length, personal.length);
});
