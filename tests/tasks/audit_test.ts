import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { FAULT_KINDS } from "../../lib/audit/mod.ts";
import { verifyByCommand, wordsOf } from "../../lib/tasks/audit.ts";
import { denoFlags } from "../../lib/tasks/deno.ts";
import { Forger } from "../audit/helpers/forgery.ts";
import { configOf, openApp, type TestApp } from "../helpers/app.ts";
import { withFolder } from "../store/helpers/backends.ts";

function settingsIn(folder: string) {
  return { MILLO_DATA: folder, MILLO_KV: `${folder}/millo.kv` };
}

/** As a person types it. */
async function type(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...denoFlags(), "lib/tasks/audit.ts", ...args],
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  return { code, said: new TextDecoder().decode(stderr).trim() };
}

async function grow({ millo }: TestApp, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await millo.auditLog.append({
      actor: { kind: "system" },
      action: "case.note",
      object: `MC-${n}`,
    });
  }
}

/** Changes the store while nobody has it open. */
async function forge(
  folder: string,
  how: (forger: Forger) => Promise<void>,
): Promise<void> {
  using kv = await Deno.openKv(`${folder}/millo.kv`);
  await how(new Forger(kv));
}

Deno.test("E01 the command reads the log beside a server, and names a change by its index", async () => {
  await withFolder(async (folder) => {
    const settings = settingsIn(folder);
    {
      await using app = await openApp(settings);
      await grow(app, 6);
      const { code, said } = await type(["verify"], settings);
      assertMatch(said, /Entries 0 to 5 are as they were written/);
      assertEquals(code, 0);
      // The server goes on with what it had open.
      await grow(app, 1);
    }
    await forge(folder, (forger) => forger.edit(3, { object: "MC-X" }));
    const { code, said } = await type(["verify"], settings);
    assertMatch(said, /Entry 3 was altered/);
    assertEquals(code, 1);
    assertEquals((await type([], settings)).code, 1);
  });
});

Deno.test("E03 the end signs what is new, and a cut below it is found", async () => {
  await withFolder(async (folder) => {
    const settings = settingsIn(folder);
    {
      await using app = await openApp(settings);
      await grow(app, 6);
    }
    const config = configOf(settings);
    const { size, checkpoints } = await verifyByCommand(config, []);
    assertEquals([size, checkpoints], [6, 2]);
    await forge(folder, async (forger) => {
      await forger.cut(4);
      await forger.removeTree();
    });
    const { fault } = await verifyByCommand(config, []);
    assertEquals(fault, { index: 4, kind: "cut" });
  });
});

Deno.test("E03 checkpoints that were kept elsewhere tell when the file beside the store is gone, too", async () => {
  await withFolder(async (folder) => {
    const settings = settingsIn(folder);
    {
      await using app = await openApp(settings);
      await grow(app, 6);
    }
    const copy = `${folder}/copy.log`;
    const kept = await Deno.readTextFile(`${folder}/audit_checkpoints`);
    await Deno.writeTextFile(copy, `{"line":"${kept.trim()}"}`);
    await forge(folder, async (forger) => {
      await forger.cut(2);
      await forger.removeTree();
    });
    await Deno.remove(`${folder}/audit_checkpoints`);
    const config = configOf(settings);
    assertEquals((await verifyByCommand(config, [])).fault, null);
    const { fault } = await verifyByCommand(config, [copy]);
    assertEquals(fault, { index: 2, kind: "cut" });
    await Deno.writeTextFile(copy, "nothing of ours");
    await assertRejects(
      () => verifyByCommand(config, [copy]),
      Error,
      "no checkpoint is in there",
    );
  });
});

Deno.test("a store that is not there is not made", async () => {
  await withFolder(async (folder) => {
    const config = configOf(settingsIn(folder));
    await assertRejects(() => verifyByCommand(config, []), Error, "no such");
    assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
  });
});

Deno.test("every fault has words", () => {
  for (const kind of FAULT_KINDS) {
    assertMatch(wordsOf({ index: 7, kind }), /\bentry 7\b/i);
  }
});
