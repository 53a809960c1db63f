import { dirname } from "node:path";
import { resolvePath } from "./paths.ts";

/** A package that the config links to in place of one from JSR. */
export interface LinkedPackage {
  name: string;
  folder: string;
  exports: Record<string, string>;
  imports: Record<string, string>;
}

/** The parts of the Deno config that say what a specifier means. */
export interface ImportRules {
  folder: string;
  path: string;
  imports: Record<string, string>;
  links: LinkedPackage[];
}

/** The config in use: named by the environment, else the nearest one. */
export async function readRules(root: string): Promise<ImportRules> {
  const path = Deno.env.get("MILLO_DENO_CONFIG") ?? await nearest(root);
  const config = await readJson(path);
  const folder = dirname(path);
  const links = (config.links ?? []).map((link: string) =>
    readLink(resolvePath(folder, link))
  );
  return {
    folder,
    path,
    imports: config.imports ?? {},
    links: await Promise.all(links),
  };
}

async function nearest(root: string): Promise<string> {
  for (let folder = root;; folder = dirname(folder)) {
    // The launcher writes the first of these where JSR cannot be reached.
    for (const name of ["deno.offline.json", "deno.json", "deno.jsonc"]) {
      if (await exists(`${folder}/${name}`)) return `${folder}/${name}`;
    }
    if (folder === dirname(folder)) {
      throw new Error(`Cannot build ${root}: there is no deno.json`);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

async function readLink(folder: string): Promise<LinkedPackage> {
  const config = await readJson(`${folder}/deno.json`);
  const { name, exports, imports = {} } = config;
  return {
    name,
    folder,
    exports: typeof exports === "string" ? { ".": exports } : exports,
    imports,
  };
}

// deno-lint-ignore no-explicit-any
async function readJson(path: string): Promise<any> {
  const text = await Deno.readTextFile(path);
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(withoutComments(text));
  }
}

function withoutComments(text: string): string {
  return text
    .replace(
      /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g,
      (_, string) => string ?? "",
    )
    .replace(/,(\s*[}\]])/g, "$1");
}

/** Longest fitting entry; `a: npm:a@1` covers `a/sub` as in Deno. */
export function mapSpecifier(
  imports: Record<string, string>,
  specifier: string,
): string | null {
  if (imports[specifier] !== undefined) return imports[specifier];
  const keys = Object.keys(imports).sort((a, b) => b.length - a.length);
  for (const key of keys) {
    const target = imports[key];
    if (key.endsWith("/") && specifier.startsWith(key)) {
      return target + specifier.slice(key.length);
    }
    const isPackage = /^(npm|jsr):/.test(target);
    if (isPackage && specifier.startsWith(key + "/")) {
      return target + specifier.slice(key.length);
    }
  }
  return null;
}

/** `npm:@a/b@^1/sub` in its parts. */
export function readPackage(
  specifier: string,
): { name: string; range: string; sub: string } | null {
  const found = /^(?:npm|jsr):\/?((?:@[^/]+\/)?[^@/]+)(?:@([^/]*))?(\/.*)?$/
    .exec(specifier);
  if (!found) return null;
  return { name: found[1], range: found[2] ?? "*", sub: found[3] ?? "" };
}
