import { join, readText, writeIfChanged } from "./paths.ts";
import type { Choice } from "./choose.ts";

/** What Deno must be told to run this checkout's code. */
export interface Setup {
  config: string;
  /** Flags for every `deno` command that loads the code. */
  flags: string[];
  /** Files that decide which packages are installed. */
  inputs: string[];
}

export async function prepareSetup(
  root: string,
  choice: Choice,
): Promise<Setup> {
  if ("config" in choice) {
    const { config } = choice;
    return { config, flags: ["--config", config], inputs: [config] };
  }
  return choice.fresh === "jsr"
    ? await jsrSetup(root)
    : await offlineSetup(root);
}

/**
 * Upstream Fresh brings JSR's part of the lock with it, which only machines
 * with JSR can write; it grows in a copy, so that the checkout stays clean.
 */
async function jsrSetup(root: string): Promise<Setup> {
  const config = join(root, "deno.json");
  const seed = await readText(join(root, "deno.lock")) ?? "";
  const lock = join(root, ".millo/deno.lock");
  await Deno.mkdir(join(root, ".millo"), { recursive: true });
  if (await writeIfChanged(`${lock}.seed`, seed)) {
    if (seed) await Deno.writeTextFile(lock, seed);
  }
  return {
    config,
    flags: ["--config", config, "--lock", lock],
    inputs: [config, `${lock}.seed`],
  };
}

export async function offlineSetup(
  root: string,
  { frozen } = { frozen: true },
): Promise<Setup> {
  const config = join(root, "deno.offline.json");
  const upstream = await readText(join(root, "deno.json"));
  if (!upstream) throw new Error("Cannot start: deno.json is missing");
  const links = await findLinks(join(root, "offline"), "./offline");
  await writeIfChanged(config, offlineConfig(upstream, links));
  const flags = ["--config", config, ...(frozen ? ["--frozen"] : [])];
  return { config, flags, inputs: [config, join(root, "offline/deno.lock")] };
}

/** deno.json with the stand-ins linked in and a lock of its own. */
export function offlineConfig(upstream: string, links: string[]): string {
  const config = JSON.parse(upstream);
  delete config.tasks;
  return JSON.stringify(
    { ...config, links, lock: "./offline/deno.lock" },
    null,
    2,
  ) + "\n";
}

/** Folders under offline/ that hold a package: a deno.json with a name. */
async function findLinks(folder: string, shown: string): Promise<string[]> {
  const links: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (!entry.isDirectory || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    const name = `${shown}/${entry.name}`;
    const manifest = await readText(join(path, "deno.json"));
    if (manifest && JSON.parse(manifest).name) links.push(name);
    else links.push(...await findLinks(path, name));
  }
  return links.sort();
}
