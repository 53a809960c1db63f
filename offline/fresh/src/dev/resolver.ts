import type {
  OnResolveArgs,
  OnResolveResult,
  Plugin,
  PluginBuild,
} from "esbuild";
import { dirname } from "node:path";
import {
  type ImportRules,
  mapSpecifier,
  readPackage,
  readRules,
} from "./import_map.ts";
import { NpmCache, PASSED } from "./npm_cache.ts";
import { fromFileUrl, resolvePath } from "./paths.ts";
import type { Vendor } from "./vendor.ts";

/** Lets esbuild understand specifiers as Deno does under the config in use. */
export async function denoResolver(
  root: string,
  entries: string[],
  vendor: Vendor | null,
): Promise<Plugin> {
  const rules = await readRules(root);
  return {
    name: "deno",
    setup(build) {
      const npm = new NpmCache(rules.path, entries);
      const resolver = new Resolver(build, rules, npm, vendor);
      // Relative paths mean to esbuild what they mean to Deno.
      build.onResolve({ filter: /^[^.]/ }, (args) => resolver.resolve(args));
      build.onEnd(() => npm.dispose());
    },
  };
}

class Resolver {
  constructor(
    readonly build: PluginBuild,
    readonly rules: ImportRules,
    readonly npm: NpmCache,
    readonly vendor: Vendor | null,
  ) {}

  async resolve(args: OnResolveArgs): Promise<OnResolveResult | null> {
    if (args.pluginData === PASSED) return null;
    if (args.kind === "entry-point") return this.#specifier(args.path, args);
    if (args.importer.includes("/node_modules/")) return null;
    const cached = await this.npm.fromPackage(args, this.build);
    if (cached) return cached;
    return await this.#specifier(args.path, args);
  }

  async #specifier(
    specifier: string,
    args: OnResolveArgs,
  ): Promise<OnResolveResult | null> {
    if (specifier.startsWith("file:")) return { path: fromFileUrl(specifier) };
    if (specifier.startsWith("/")) return { path: specifier };
    if (specifier.startsWith(".")) {
      return { path: resolvePath(args.resolveDir, specifier) };
    }
    if (specifier.startsWith("npm:")) return await this.#npm(specifier, args);
    if (specifier.startsWith("jsr:")) return this.#jsr(specifier, args);
    const { imports, folder } = this.#scope(args.importer);
    const mapped = mapSpecifier(imports, specifier);
    if (mapped === null) return await this.#bare(specifier, args);
    return await this.#specifier(mapped, { ...args, resolveDir: folder });
  }

  #scope(
    importer: string,
  ): { imports: Record<string, string>; folder: string } {
    const { links, imports, folder } = this.rules;
    const link = links.find((link) => importer.startsWith(link.folder + "/"));
    return link ?? { imports, folder };
  }

  #jsr(specifier: string, { importer }: OnResolveArgs): OnResolveResult {
    const wanted = readPackage(specifier);
    const link = this.rules.links.find(({ name }) => name === wanted?.name);
    const target = link?.exports["." + (wanted?.sub ?? "")];
    if (link && target) return { path: resolvePath(link.folder, target) };
    return problem(`Cannot bundle ${specifier}: no link leads to it`, importer);
  }

  async #npm(
    specifier: string,
    args: OnResolveArgs,
  ): Promise<OnResolveResult> {
    const wanted = readPackage(specifier);
    if (!wanted) return problem(`Cannot read ${specifier}`, args.importer);
    const found = await this.#inModules(wanted.name + wanted.sub, args) ??
      await this.npm.resolve(wanted, args, this.build);
    if (!found) {
      return problem(
        `Cannot bundle ${specifier}: not installed`,
        args.importer,
      );
    }
    return this.vendor ? await this.vendor.apart(found) : found;
  }

  // Deno keeps packages that only a linked package asks for one level lower.
  async #inModules(
    name: string,
    { kind, importer }: OnResolveArgs,
  ): Promise<OnResolveResult | null> {
    const { folder } = this.rules;
    for (const resolveDir of [folder, `${folder}/node_modules/.deno`]) {
      const result = await this.build.resolve(name, {
        kind: kind === "entry-point" ? "import-statement" : kind,
        importer,
        resolveDir,
        pluginData: PASSED,
      });
      if (result.errors.length === 0) return result;
    }
    return null;
  }

  async #bare(
    specifier: string,
    args: OnResolveArgs,
  ): Promise<OnResolveResult> {
    return await this.#inModules(specifier, args) ?? problem(
      `Cannot bundle ${specifier}: it is not in the import map`,
      args.importer,
    );
  }
}

function problem(text: string, importer: string): OnResolveResult {
  return { errors: [{ text, detail: dirname(importer) }] };
}
