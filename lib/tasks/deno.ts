import { readEnv } from "../config/mod.ts";

/** The flags by which the launcher chose Deno's configuration and lock. */
export function denoFlags(): string[] {
  const { MILLO_DENO_FLAGS } = readEnv();
  return MILLO_DENO_FLAGS
    ? JSON.parse(MILLO_DENO_FLAGS)
    : ["--config", "deno.json"];
}

/** Arguments that run one of our scripts as this process itself is run. */
export function runArgs(script: string): string[] {
  return ["run", "-A", ...denoFlags(), script];
}
