import { join } from "node:path";
import { newId } from "../kernel/mod.ts";
import { type Env, readEnv } from "../config/mod.ts";

/** Programs are kept outside of the checkout and shared by all of them. */
export function cacheFolder(env: Env = readEnv()): string {
  const { XDG_CACHE_HOME, HOME } = env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "millo");
  if (HOME) return join(HOME, ".cache/millo");
  throw new Error(
    "Cannot find a cache folder: neither HOME nor XDG_CACHE_HOME is set",
  );
}

export function cachedProgram(name: string, env?: Env): string {
  return join(cacheFolder(env), "bin", name);
}

export async function isProgram(path: string): Promise<boolean> {
  try {
    const { isFile, mode } = await Deno.stat(path);
    return isFile && ((mode ?? 0o111) & 0o111) !== 0;
  } catch {
    return false;
  }
}

/** The first of `names` that the PATH leads to. */
export async function findOnPath(
  names: string[],
  { PATH }: Env = readEnv(),
): Promise<string | null> {
  const folders = (PATH ?? "").split(":").filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isProgram(path)) return path;
    }
  }
  return null;
}

/**
 * Has `make` put a program into a folder of its own, then moves it into the
 * cache in one step: two tasks at once never see half a program.
 */
export async function intoCache(
  name: string,
  make: (folder: string) => Promise<string>,
  env: Env = readEnv(),
): Promise<string> {
  const folder = join(cacheFolder(env), `tmp-${newId()}`);
  await Deno.mkdir(folder, { recursive: true });
  try {
    const made = await make(folder);
    await Deno.chmod(made, 0o755);
    await Deno.mkdir(join(cacheFolder(env), "bin"), { recursive: true });
    await Deno.rename(made, cachedProgram(name, env));
    return cachedProgram(name, env);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
