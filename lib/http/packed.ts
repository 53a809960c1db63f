import { sha256 } from "../kernel/mod.ts";
import { type Encoding, ENCODINGS, pack } from "./encodings.ts";

/** Beside the build: every static file that gets smaller, in each encoding. */
const FOLDER = "_fresh/packed";

/** Below it lies a folder of client code for each build. */
const SCRIPTS = "/_fresh/js/";

const SUFFIX: Record<Encoding, string> = { br: ".br", gzip: ".gz" };

/** Fonts and pictures are compressed by their format. */
const PACKABLE = /\.(css|js|mjs|json|map|svg|txt|xml|webmanifest)$/;

/** By URL path: what the content was, and how it can be had. */
type Manifest = Record<string, { digest: string; encodings: Encoding[] }>;

/** Compresses what a build in `root` serves; what it changed wins over its source. */
export async function packStatics(root: string): Promise<void> {
  const folder = `${root}/${FOLDER}`;
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  const manifest: Manifest = {};
  for (const base of [`${root}/_fresh/static`, `${root}/static`]) {
    for await (const path of filesIn(base)) {
      if (path in manifest || !PACKABLE.test(path)) continue;
      manifest[path] = await packFile(folder, path, `${base}${path}`);
    }
  }
  await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify(manifest));
}

async function packFile(
  folder: string,
  path: string,
  source: string,
): Promise<Manifest[string]> {
  const content = await Deno.readFile(source);
  const encodings: Encoding[] = [];
  for (const encoding of ENCODINGS) {
    const packed = pack(content, encoding);
    if (packed.byteLength >= content.byteLength) continue;
    const target = `${folder}${path}${SUFFIX[encoding]}`;
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
      recursive: true,
    });
    await Deno.writeFile(target, packed);
    encodings.push(encoding);
  }
  return { digest: sha256(content), encodings };
}

async function* filesIn(base: string, below = ""): AsyncGenerator<string> {
  const folder = await Array.fromAsync(Deno.readDir(base + below))
    .catch(() => []);
  for (const { name, isDirectory } of folder) {
    if (isDirectory) yield* filesIn(base, `${below}/${name}`);
    else yield `${below}/${name}`;
  }
}

/** The packed files of the running build, each read once. */
export class PackedFiles {
  #manifest: Promise<Map<string, Manifest[string]>> | undefined;
  #kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();

  constructor(readonly root = new URL("../..", import.meta.url)) {}

  /**
   * Null where the build has none, or had it of other content. The path of a
   * script names its build already, and its ETag is the bundler's own.
   */
  async find(
    path: string,
    etag: string,
    encoding: Encoding,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    this.#manifest ??= this.#readManifest();
    const entry = (await this.#manifest).get(path);
    if (!entry?.encodings.includes(encoding)) return null;
    const isSame = path.startsWith(SCRIPTS) || etag === `W/"${entry.digest}"`;
    if (!isSame) return null;
    const name = `${path}${SUFFIX[encoding]}`;
    const kept = this.#kept.get(name) ?? this.#read(name);
    this.#kept.set(name, kept);
    return await kept;
  }

  #read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return Deno.readFile(new URL(`${FOLDER}${name}`, this.root))
      .catch(() => null);
  }

  /** Empty where nothing was packed, or a build is writing it just now. */
  async #readManifest(): Promise<Map<string, Manifest[string]>> {
    const url = new URL(`${FOLDER}/manifest.json`, this.root);
    try {
      const manifest: Manifest = JSON.parse(await Deno.readTextFile(url));
      return new Map(Object.entries(manifest));
    } catch {
      return new Map();
    }
  }
}
