import { assertEquals } from "@std/assert";
import { linesWithIgnoredResult } from "./helpers/ignored_results.ts";

/** The store asks KV itself. */
const LEFT_OUT = /^lib\/store\//;

Deno.test("no refusal of a write is overlooked", async () => {
  const overlooked: string[] = [];
  for (const folder of ["lib", "routes"]) {
    for await (const path of sourcesIn(folder)) {
      if (LEFT_OUT.test(path)) continue;
      const text = await Deno.readTextFile(path);
      const lines = linesWithIgnoredResult(path, text);
      overlooked.push(...lines.map((line) => `${path}:${line}`));
    }
  }
  assertEquals(overlooked, []);
});

const IGNORED = [
  "await write.commit();",
  "await store.write().remove(found).commit();",
  "await store.write()\n    .replace(found, value)\n    .commit();",
  "await store.transact(() => {});",
  "void write.commit();",
  "write.commit();",
  "write.commit().catch(() => {});",
  "await store.transact(() => {}).finally(() => {});",
];

const READ = [
  "const commit = await write.commit();",
  "return await write.commit();",
  "if (!(await write.commit()).ok) return;",
  "await write.commitOrLeave('it is gone');",
  "await store.transactOrThrow('count', () => {});",
  "await Promise.all(writes.map((write) => write.commit()));",
];

Deno.test("an overlooked refusal is found however it is written", () => {
  for (const statement of IGNORED) {
    assertEquals(linesIn(statement).length, 1, statement);
  }
  for (const statement of READ) assertEquals(linesIn(statement), [], statement);
});

Deno.test("a finding names its line", () => {
  assertEquals(linesIn("write.add(notes, note);\n  await write.commit();"), [
    3,
  ]);
});

function linesIn(statement: string): number[] {
  const text = `async function work(write, store, found) {\n  ${statement}\n}`;
  return linesWithIgnoredResult("work.ts", text);
}

async function* sourcesIn(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sourcesIn(path);
    else if (/\.tsx?$/.test(path)) yield path;
  }
}
