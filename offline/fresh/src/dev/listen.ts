import { type App, applyBuild } from "../app.ts";
import { listen } from "../server/listen.ts";
import type { ListenOptions } from "../types.ts";
import { type BuildInputs, runBuild } from "./build.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { memoryCache } from "./memory.ts";

/** Serves the app from memory, so that nothing has to be built first. */
export async function serveDevelopment(
  config: ResolvedBuildConfig,
  inputs: BuildInputs,
  // deno-lint-ignore no-explicit-any
  load: () => Promise<{ app: App<any> }>,
  options: ListenOptions,
) {
  const [result, { app }] = await Promise.all([
    runBuild(config, { ...inputs, live: true }),
    load(),
  ]);
  applyBuild(app, await memoryCache(config, result));
  await listen(app.handler(), options);
}
