import { assertEquals } from "@std/assert";
import { refusedPrograms } from "./refused_programs.ts";

const store = new URL("../../lib/store/mod.ts", import.meta.url).href;

const PARTS: Record<string, string> = {
  name: `name: "things"`,
  about: `about: "A thing"`,
  schema: `schema: z.object({
    id: z.string(), person: z.string(), n: z.number(), at: z.number(),
    bytes: z.instanceof(Uint8Array),
  })`,
  key: `key: ["id"]`,
  indexes: `indexes: { byTime: ["at"] }`,
  audited: `audited: false`,
  fields: `fields: {
    id: "id", person: "subject", n: "given", at: "observed", bytes: "given",
  }`,
  privacy: `privacy: {
    purpose: "history", basis: "contract", providers: [],
    keep: { days: 1, from: "at" },
    subjects: { owner: { of: "person", show: "all", erase: "delete" } },
  }`,
};

/** Programs, by what they show; `@` stands for the parts. */
const ACCEPTED: Record<string, Record<string, string>> = {
  "a whole declaration": {},
  "a kept role": {
    privacy: PARTS.privacy.replace(
      `"delete"`,
      `keep("a reason", { days: 3, from: "at" })`,
    ),
  },
  "a large field": { audited: `audited: false, large: ["bytes"]` },
  "what is not personal": {
    privacy: `privacy: { personal: false, reason: "a reason" }`,
  },
};
const REFUSED: Record<string, Record<string, string>> = {
  "a field without a class": {
    fields: PARTS.fields.replace(`n: "given", `, ""),
  },
  "a class that does not exist": {
    fields: PARTS.fields.replace(`"given"`, `"private"`),
  },
  "no privacy": { privacy: "" },
  "no purpose": {
    privacy: PARTS.privacy.replace(`purpose: "history", `, ""),
  },
  "a purpose that does not exist": {
    privacy: PARTS.privacy.replace(`"history"`, `"profit"`),
  },
  "no basis": { privacy: PARTS.privacy.replace(`basis: "contract", `, "") },
  "no providers": { privacy: PARTS.privacy.replace(`providers: [],`, "") },
  "no time of keeping": {
    privacy: PARTS.privacy.replace(`keep: { days: 1, from: "at" },`, ""),
  },
  "a time of keeping from no instant": {
    privacy: PARTS.privacy.replace(`from: "at"`, `from: "id"`),
  },
  "no rule of erasure": {
    privacy: PARTS.privacy.replace(`, erase: "delete"`, ""),
  },
  "a rule of erasure that does not exist": {
    privacy: PARTS.privacy.replace(`"delete"`, `"hide"`),
  },
  "a keep from no instant": {
    privacy: PARTS.privacy.replace(
      `"delete"`,
      `keep("a reason", { days: 3, from: "id" })`,
    ),
  },
  "nothing said about what is shown": {
    privacy: PARTS.privacy.replace(`show: "all", `, ""),
  },
  "a role of no field": {
    privacy: PARTS.privacy.replace(`of: "person"`, `of: "owner"`),
  },
  "a key of no field": { key: `key: ["colour"]` },
  "a list by no field": { indexes: `indexes: { byColour: ["colour"] }` },
  "a large field that is not bytes": {
    audited: `audited: false, large: ["n"]`,
  },
  "not personal without a reason": {
    privacy: `privacy: { personal: false }`,
  },
};

/** Uses of an accepted declaration, after it. */
const MISUSED: Record<string, string> = {
  "a key instead of a collection": `await store.get(["r", "things"], ["x"]);`,
  "a key of the wrong type": `await store.get(things, [7]);`,
  "a list that is not declared":
    `await store.list(things, "byName", { limit: 1 });`,
  "a value with a field missing": `store.write().add(things, { id: "x" });`,
};
const USED = `await store.get(things, ["x"]);
await store.list(things, "byTime", { limit: 1 });`;

function program(change: Record<string, string>, use = ""): string {
  const parts = Object.values({ ...PARTS, ...change }).filter(Boolean);
  return `import { z } from "zod";
import { defineCollection, keep, type Store } from "${store}";
export const kept = keep;
export const things = defineCollection({ ${parts.join(",\n")} });
export async function use(store: Store) {
${use}
}
`;
}

Deno.test("a gap in a declaration does not compile", async () => {
  const programs: Record<string, string> = { "its use": program({}, USED) };
  for (const [name, change] of Object.entries({ ...ACCEPTED, ...REFUSED })) {
    programs[name] = program(change);
  }
  for (const [name, use] of Object.entries(MISUSED)) {
    programs[name] = program({}, use);
  }
  const expected = [...Object.keys(REFUSED), ...Object.keys(MISUSED)];
  assertEquals(
    (await refusedPrograms(programs)).toSorted(),
    expected.toSorted(),
  );
});
