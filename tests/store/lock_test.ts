import { assert, assertRejects } from "@std/assert";
import { runArgs } from "../../lib/tasks/deno.ts";
import { FolderError, openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { eventually } from "../helpers/processes.ts";
import { withFolder } from "./helpers/backends.ts";

Deno.test("a file has one process, and a killed one leaves it free", async () => {
  await withFolder(async (folder) => {
    const at = `${folder}/millo.kv`;
    const clock = new TestClock();
    const script = new URL("helpers/holder.ts", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: [...runArgs(script), at],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    await assertRejects(
      () => openStore({ at, clock }),
      FolderError,
      "another Millo is running",
    );
    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    await eventually(
      () =>
        openStore({ at, clock }).then(async (store) => {
          await store.close();
          return true;
        }, () => false),
      "the folder is free",
    );
  });
});

Deno.test("a folder that cannot be written is named", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/taken`, "");
    const at = `${folder}/taken/millo.kv`;
    const fault = await assertRejects(
      () => openStore({ at, clock: new TestClock() }),
      FolderError,
    );
    assert(fault.message.includes("MILLO_DATA"));
  });
});
