import { assertEquals } from "@std/assert";
import {
  buildStamp,
  isBuildStale,
  writeBuildStamp,
} from "../../lib/tasks/build_stamp.ts";

async function builtProject(): Promise<string> {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(`${root}/routes/talk`, { recursive: true });
  await Deno.mkdir(`${root}/_fresh`);
  await Deno.writeTextFile(`${root}/routes/talk/index.tsx`, "one");
  await Deno.writeTextFile(`${root}/_fresh/server.js`, "");
  await writeBuildStamp(await buildStamp(root), root);
  return root;
}

Deno.test("a build stays fresh while nothing changes", async () => {
  assertEquals(await isBuildStale(await builtProject()), false);
});

Deno.test("a changed file makes the build stale", async () => {
  const root = await builtProject();
  await Deno.writeTextFile(`${root}/routes/talk/index.tsx`, "three");
  assertEquals(await isBuildStale(root), true);
});

Deno.test("a new or a removed file makes the build stale", async () => {
  const root = await builtProject();
  await Deno.writeTextFile(`${root}/fresh.config.ts`, "");
  assertEquals(await isBuildStale(root), true);
  await Deno.remove(`${root}/fresh.config.ts`);
  assertEquals(await isBuildStale(root), false);
  await Deno.remove(`${root}/routes/talk/index.tsx`);
  assertEquals(await isBuildStale(root), true);
});

Deno.test("files outside of the inputs change nothing", async () => {
  const root = await builtProject();
  await Deno.writeTextFile(`${root}/README.md`, "read me");
  assertEquals(await isBuildStale(root), false);
});

Deno.test("without a server or without a stamp the build is stale", async () => {
  const root = await builtProject();
  await Deno.remove(`${root}/_fresh/server.js`);
  assertEquals(await isBuildStale(root), true);
  assertEquals(await isBuildStale(await Deno.makeTempDir()), true);
});
