import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { readEnv, setEnv } from "../../lib/config/mod.ts";
import { newSecret } from "../../lib/kernel/mod.ts";
import { compact, compactFile, countTerms } from "../../lib/tasks/compact.ts";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";

/** A stopped denokv's file, from which a word was deleted. */
async function fileOfDenokv(word: string): Promise<string> {
  const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
  const dataFile = await Deno.makeTempFile();
  const server = await startDenokv({ binary, dataFile });
  setEnv("DENO_KV_ACCESS_TOKEN", server.token);
  const kv = await Deno.openKv(server.url);
  for (let n = 0; n < 50; n++) {
    await kv.set(["note", n], `${word} and what stands around it ${n}`);
  }
  await kv.set(["kept"], "this stays where it is");
  for (let n = 0; n < 50; n++) await kv.delete(["note", n]);
  kv.close();
  await server.stop();
  return dataFile;
}

Deno.test("what was deleted from a denokv is gone from its file afterwards", async () => {
  const word = newSecret();
  const path = await fileOfDenokv(word);
  assertEquals(await countTerms(path, [word]), 1, "the search finds nothing");
  const { bytesBefore, bytesAfter, freePages } = compactFile(path);
  assert(bytesBefore > 0 && bytesAfter > 0);
  assertEquals(freePages, 0);
  assertEquals(await countTerms(path, [word]), 0);
  assertEquals(await countTerms(path, ["this stays where it is"]), 1);
});

Deno.test("the exit code tells whether a word is still there", async () => {
  const word = newSecret();
  const path = await fileOfDenokv(word);
  assertEquals(await compact([path, word]), 0);
  assertEquals(await compact([path, word, "this stays where it is"]), 1);
  assertEquals(await compact([path]), 0);
});

Deno.test("a file that is in use is left alone", async () => {
  const path = `${await Deno.makeTempDir()}/millo.kv`;
  const kv = await Deno.openKv(path);
  await kv.set(["a"], 1);
  const { DatabaseSync } = await import("node:sqlite");
  const writer = new DatabaseSync(path);
  writer.exec("BEGIN IMMEDIATE");
  assertThrows(
    () => compactFile(path),
    Error,
    `Cannot compact ${path}: a server has it open; stop it first`,
  );
  writer.exec("ROLLBACK");
  writer.close();
  assertEquals((await kv.get(["a"])).value, 1);
  kv.close();
});

Deno.test("no file, and a file that is none of SQLite's, are named", async () => {
  await assertRejects(() => compact([]), Error, "name the database file");
  await assertRejects(
    () => compact(["/nowhere/millo.kv"]),
    Error,
    "Cannot compact /nowhere/millo.kv: there is no such file",
  );
  const text = await Deno.makeTempFile();
  await Deno.writeTextFile(text, "no database ".repeat(100));
  assertThrows(() => compactFile(text), Error, `Cannot compact ${text}: `);
});
