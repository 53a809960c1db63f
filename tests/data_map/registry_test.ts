import { assertEquals } from "@std/assert";
import {
  collectionsIn,
  policyTable,
  registry,
} from "../../lib/data_map/mod.ts";
import { registerText } from "../../lib/data_map/register_text.ts";
import { type Collection, PURPOSES } from "../../lib/store/mod.ts";
import {
  filesUnder,
  missingFrom,
  recordsFilesIn,
} from "../helpers/records_files.ts";
import { withFolder } from "../store/helpers/backends.ts";

const lib = new URL("../../lib/", import.meta.url);

/** What the `records.ts` under a folder declare, by file. */
async function declaredUnder(folder: URL) {
  const declared = new Map<string, Collection[]>();
  for (const path of recordsFilesIn(await filesUnder(folder))) {
    const exports = await import(new URL(path, folder).href);
    declared.set(path, collectionsIn(exports));
  }
  return declared;
}

Deno.test("every collection in a records.ts is in the registry", async () => {
  assertEquals(missingFrom(registry, await declaredUnder(lib)), []);
});

Deno.test("a records.ts of a room within a room is found, too", async () => {
  const paths = recordsFilesIn(await filesUnder(lib));
  assertEquals(paths.includes("accounts/records.ts"), true);
  assertEquals(paths.includes("accounts/keys/records.ts"), true);
  assertEquals(paths.includes("accounts/profile/records.ts"), true);
  assertEquals(
    recordsFilesIn(["a/b/c/records.ts", "records.ts", "a/other_records.ts"]),
    ["a/b/c/records.ts", "records.ts"],
  );
});

Deno.test("a forgotten records.ts is named, however deep it lies", async () => {
  await withFolder(async (path) => {
    const folder = new URL(`file://${path}/`);
    const source = await Deno.readTextFile(
      new URL("usage/records.ts", lib),
    );
    for (const room of ["yard", "yard/shed", "yard/shed/box"]) {
      await Deno.mkdir(new URL(room, folder), { recursive: true });
      const own = source.replaceAll("../store/", `${lib}store/`)
        .replaceAll('_usage"', `_usage_${room.replaceAll("/", "_")}"`)
        .replace('"zod"', JSON.stringify(import.meta.resolve("zod")));
      await Deno.writeTextFile(new URL(`${room}/records.ts`, folder), own);
    }
    assertEquals(missingFrom(registry, await declaredUnder(folder)), [
      "yard/records.ts: call_usage_yard",
      "yard/records.ts: visit_usage_yard",
      "yard/shed/box/records.ts: call_usage_yard_shed_box",
      "yard/shed/box/records.ts: visit_usage_yard_shed_box",
      "yard/shed/records.ts: call_usage_yard_shed",
      "yard/shed/records.ts: visit_usage_yard_shed",
    ]);
  });
});

Deno.test("without one of its rooms the registry lacks what that declares", async () => {
  const declared = await declaredUnder(lib);
  const keys = declared.get("accounts/keys/records.ts")!;
  assertEquals(keys.length, 3);
  const left = registry.filter((collection) => !keys.includes(collection));
  assertEquals(
    missingFrom(left, declared),
    keys.map(({ name }) => `accounts/keys/records.ts: ${name}`),
  );
});

Deno.test("collections are declared in records.ts only, and once", async () => {
  const names = registry.map(({ name }) => name);
  assertEquals(names.length, new Set(names).size);
  const strangers: string[] = [];
  for (const path of await filesUnder(lib)) {
    if (!path.endsWith(".ts") || path.startsWith("store/")) continue;
    if (recordsFilesIn([path]).length > 0) continue;
    const source = await Deno.readTextFile(new URL(path, lib));
    if (source.includes("defineCollection(")) strangers.push(path);
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
