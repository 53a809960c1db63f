import type { BuildOptions, OnResolveResult } from "esbuild";
import type { ResolvedBuildConfig } from "./config.ts";
import { sha256 } from "./hash.ts";

type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** A module that has no import and no export may be CommonJS. */
const MODULE = /(?:^|[\n;}\s])(?:import|export)\b/;

/**
 * While developing, packages are bundled apart from the app and kept on disk:
 * a changed island is then a matter of the app's few own files.
 */
export class Vendor {
  #entries = new Map<string, string>();

  constructor(readonly config: ResolvedBuildConfig) {}

  /** Has `found`, the entry of a package, loaded from the common bundle. */
  async apart(found: OnResolveResult): Promise<OnResolveResult> {
    const { path } = found;
    if (!path || !/\.m?js$/.test(path)) return found;
    const known = this.#entries.get(path);
    if (known) return external(known);
    if (!MODULE.test(await Deno.readTextFile(path))) return found;
    const name = await nameOf(path, String(this.config.target));
    this.#entries.set(path, name);
    return external(name);
  }

  /** All packages asked for so far, from disk where they were built before. */
  async files(
    bundle: (options: BuildOptions) => Promise<Files>,
  ): Promise<Files> {
    if (this.#entries.size === 0) return new Map();
    const paths = [...this.#entries.keys()].sort();
    const key = JSON.stringify([paths, this.config.target]);
    const folder = `${await this.#folder()}/${await nameOf(key, "")}`;
    const kept = await readFolder(folder);
    if (kept.size > 0) return kept;
    const entryPoints = Object.fromEntries(
      paths.map((path) => [this.#entries.get(path)!, path]),
    );
    const files = await bundle({ entryPoints, sourcemap: false });
    await keep(folder, files);
    return files;
  }

  async #folder(): Promise<string> {
    const modules = `${this.config.root}/node_modules`;
    const found = await Deno.stat(modules).catch(() => null);
    if (found) return `${modules}/.fresh`;
    const temporary = Deno.env.get("TMPDIR") ?? "/tmp";
    return `${temporary}/fresh-${await nameOf(this.config.root, "")}`;
  }
}

function external(name: string): OnResolveResult {
  return { path: `../vendor/${name}.js`, external: true };
}

async function nameOf(path: string, target: string): Promise<string> {
  const bytes = new TextEncoder().encode(path + target);
  return (await sha256(bytes)).slice(0, 16);
}

async function readFolder(folder: string): Promise<Files> {
  const files: Files = new Map();
  try {
    for await (const { name } of Deno.readDir(folder)) {
      files.set(name, await Deno.readFile(`${folder}/${name}`));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}

/** Appears whole or not at all, for another process may read it. */
async function keep(folder: string, files: Files) {
  const draft = `${folder}.${Deno.pid}`;
  await Deno.mkdir(draft, { recursive: true });
  for (const [name, content] of files) {
    await Deno.writeFile(`${draft}/${name}`, content);
  }
  await Deno.rename(draft, folder).catch(() =>
    Deno.remove(draft, { recursive: true })
  );
}
