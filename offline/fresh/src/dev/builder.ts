import { type App, applyBuild } from "../app.ts";
import type { Mode } from "../page_types.ts";
import type { ListenOptions } from "../types.ts";
import { runBuild } from "./build.ts";
import { stopBundler } from "./bundle.ts";
import {
  type BuildOptions,
  resolveConfig,
  type ResolvedBuildConfig,
} from "./config.ts";
import { serveDevelopment } from "./listen.ts";
import { memoryCache } from "./memory.ts";
import { writeBuild } from "./write.ts";

// deno-lint-ignore no-explicit-any
type AnyApp = App<any>;

/** Builds the project for production, or serves it while it is worked on. */
export class Builder {
  readonly config: ResolvedBuildConfig;
  #registered: string[] = [];

  constructor(options: BuildOptions = {}) {
    this.config = resolveConfig(options);
  }

  /**
   * Makes islands of the functions that a module outside the folder exports.
   * Takes an absolute path or a URL: a relative one is not resolved, and makes
   * a build that does not start.
   */
  registerIsland(specifier: string) {
    this.#registered.push(specifier);
  }

  async build(
    options: { mode?: Mode; snapshot?: "disk" | "memory" } = {},
  ): Promise<(app: AnyApp) => void> {
    const config = { ...this.config, mode: options.mode ?? "production" };
    const registered = this.#registered;
    const result = await runBuild(config, { registered });
    if (options.snapshot !== "memory") await writeBuild(config, result);
    await stopBundler();
    const loaded = await Promise.allSettled([
      memoryCache(config, result),
    ]);
    return (app) => {
      // A module that does not load is no fault of the build, but of its use.
      if (loaded[0].status === "rejected") throw loaded[0].reason;
      applyBuild(app, loaded[0].value);
    };
  }

  async listen(
    load: () => Promise<{ app: AnyApp }>,
    options: ListenOptions = {},
  ): Promise<void> {
    const config = { ...this.config, mode: "development" as const };
    const inputs = { registered: this.#registered };
    await serveDevelopment(config, inputs, load, options);
  }
}
