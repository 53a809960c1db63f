/** The launcher runs before any package is there, so paths come from Node. */
export { dirname, join } from "node:path";
export { fileURLToPath as fromFileUrl } from "node:url";

export async function readText(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (fault) {
    if (fault instanceof Deno.errors.NotFound) return null;
    throw fault;
  }
}

/** Leaves the file alone when nothing changes, so that caches stay warm. */
export async function writeIfChanged(
  path: string,
  text: string,
): Promise<boolean> {
  if (await readText(path) === text) return false;
  await Deno.writeTextFile(path, text);
  return true;
}
