import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export function fromFileUrl(path: string): string {
  return path.startsWith("file:") ? fileURLToPath(path) : path;
}

export function toFileUrl(path: string): string {
  return pathToFileURL(path).href;
}

export function resolvePath(base: string, path: string): string {
  return resolve(base, path);
}

/** Import specifier that leads from a folder to a file; a relative one stays. */
export function specifierTo(folder: string, file: string): string {
  if (file.startsWith(".")) return file;
  const path = relative(folder, file).replaceAll("\\", "/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return encoded.startsWith("..") ? encoded : "./" + encoded;
}

/** All files below a folder in a stable order; none if it is missing. */
export async function* walk(
  folder: string,
  enter: (name: string) => boolean = () => true,
): AsyncGenerator<string> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    const isFolder = entry.isDirectory ||
      (entry.isSymlink && (await Deno.stat(path)).isDirectory);
    if (!enter(entry.name)) continue;
    if (isFolder) yield* walk(path, enter);
    else yield path;
  }
}
