import { packStatics } from "../http/mod.ts";
import { joinStyles } from "./styles.ts";
import { buildStamp, isBuildStale, writeBuildStamp } from "./build_stamp.ts";
import { runArgs } from "./deno.ts";
import { runToEnd } from "./command.ts";
import { say, seconds, withProgress } from "./progress.ts";

const TIMEOUT_MS = 5 * 60_000;

/**
 * Builds in a process of its own, so that none of the build's tools stay in
 * memory behind the server.
 */
export async function ensureBuild(signal?: AbortSignal): Promise<void> {
  if (!await isBuildStale()) return;
  const { code, stdout, stderr } = await withProgress(
    "Building Millo",
    runToEnd(Deno.execPath(), {
      args: [...runArgs("lib/tasks/build.ts"), "--if-stale"],
      timeoutMs: TIMEOUT_MS,
      signal,
    }),
  );
  if (code !== 0) {
    say((stdout + stderr).trim());
    throw new Error("Cannot build Millo: the output above says why");
  }
}

/** One build at a time in a checkout: a second one waits for the first. */
async function buildLocked(onlyIfStale: boolean): Promise<void> {
  await Deno.mkdir(".millo", { recursive: true });
  using lock = await Deno.open(".millo/build.lock", {
    create: true,
    write: true,
  });
  await lock.lock(true);
  if (onlyIfStale && !await isBuildStale()) return;
  const start = performance.now();
  // Before the stamp: the sheets that it writes are among what is built.
  await joinStyles(".");
  const stamp = await buildStamp();
  const { Builder } = await import("fresh/dev");
  const { buildOptions } = await import("../../fresh.config.ts");
  await buildAnew(".", () => new Builder(buildOptions).build());
  await writeBuildStamp(stamp);
  say(`Built _fresh/ in ${seconds(performance.now() - start)}`);
}

/** Fresh leaves what earlier builds put there; it would be packed once more. */
export async function buildAnew(
  root: string,
  build: () => Promise<unknown>,
): Promise<void> {
  await Deno.remove(`${root}/_fresh`, { recursive: true }).catch(() => {});
  await build();
  await packStatics(root);
}

if (import.meta.main) {
  await buildLocked(Deno.args.includes("--if-stale"));
  // esbuild's service would keep the process waiting.
  Deno.exit(0);
}
