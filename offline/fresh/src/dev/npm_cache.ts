import type { OnResolveArgs, OnResolveResult, PluginBuild } from "esbuild";
import { readPackage } from "./import_map.ts";

interface Package {
  name: string;
  version: string;
  /** Ids of other packages. */
  dependencies: string[];
  localPath: string;
}

interface Graph {
  redirects: Record<string, string>;
  npmPackages: Record<string, Package>;
}

type Wanted = NonNullable<ReturnType<typeof readPackage>>;

/** Marks resolutions that esbuild is to do in its own way. */
export const PASSED = Symbol("passed on to esbuild");

/**
 * Finds npm packages in Deno's own cache, where there is no node_modules. Which
 * version is meant, Deno says; the files of a package esbuild finds itself, for
 * links to the packages are laid out for it as in a node_modules folder.
 */
export class NpmCache {
  #graph: Promise<Graph> | null = null;
  #layout: Promise<string> | null = null;

  constructor(readonly config: string, readonly entries: string[]) {}

  /** A package as some module of the project asks for it. */
  async resolve(
    wanted: Wanted,
    args: OnResolveArgs,
    build: PluginBuild,
  ): Promise<OnResolveResult | null> {
    const graph = await (this.#graph ??= this.#load());
    const found = packageFor(graph, wanted);
    if (!found) return null;
    return await this.#within(found, [found], wanted, args, build);
  }

  /** A package as another package in the cache asks for it. */
  async fromPackage(
    args: OnResolveArgs,
    build: PluginBuild,
  ): Promise<OnResolveResult | null> {
    if (this.#graph === null || /^[./]/.test(args.path)) return null;
    const { npmPackages } = await this.#graph;
    const owner = Object.values(npmPackages).find(({ localPath }) =>
      args.importer.startsWith(localPath + "/")
    );
    const wanted = readPackage("npm:" + args.path);
    if (!owner || !wanted) return null;
    const around = owner.dependencies.map((id) => npmPackages[id]);
    return await this.#within(owner, [owner, ...around], wanted, args, build);
  }

  async #within(
    { name, version }: Package,
    around: Package[],
    wanted: Wanted,
    { kind, importer }: OnResolveArgs,
    build: PluginBuild,
  ): Promise<OnResolveResult> {
    this.#layout ??= Deno.makeTempDir({ prefix: "fresh-npm-" });
    const own = `${name.replace("/", "+")}@${version}`;
    const folder = `${await this.#layout}/${own}`;
    for (const found of around) await link(folder, found);
    return await build.resolve(wanted.name + wanted.sub, {
      kind: kind === "entry-point" ? "import-statement" : kind,
      importer,
      resolveDir: folder,
      pluginData: PASSED,
    });
  }

  async dispose() {
    if (!this.#layout) return;
    await Deno.remove(await this.#layout, { recursive: true });
    this.#layout = null;
  }

  async #load(): Promise<Graph> {
    const entry = await Deno.makeTempFile({ suffix: ".ts" });
    const imports = this.entries.map((path) => `import "${path}";`);
    await Deno.writeTextFile(entry, imports.join("\n"));
    try {
      const command = new Deno.Command(Deno.execPath(), {
        args: ["info", "--json", "--config", this.config, entry],
      });
      const { stdout } = await command.output();
      return JSON.parse(new TextDecoder().decode(stdout));
    } finally {
      await Deno.remove(entry);
    }
  }
}

function packageFor(
  { redirects, npmPackages }: Graph,
  { name, range }: Wanted,
): Package | null {
  const packages = Object.values(npmPackages).filter((item) =>
    item.name === name
  );
  const target = Object.entries(redirects).find(([from]) => {
    const asked = readPackage(from);
    return asked?.name === name && asked.range === range;
  })?.[1];
  const version = target && readPackage(target)?.range;
  return packages.find((item) => item.version === version) ??
    packages[0] ?? null;
}

async function link(folder: string, { name, localPath }: Package) {
  const path = `${folder}/node_modules/${name}`;
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.symlink(localPath, path).catch((error) => {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  });
}
