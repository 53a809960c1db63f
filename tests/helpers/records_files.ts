/** Every file under a folder, with its path from there, in any depth. */
export async function filesUnder(folder: URL): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory) found.push(name);
    else {
      const inside = await filesUnder(new URL(`${name}/`, folder));
      found.push(...inside.map((path) => `${name}/${path}`));
    }
  }
  return found.sort();
}

/** Those of the files that declare what is kept. */
export function recordsFilesIn(paths: readonly string[]): string[] {
  return paths.filter((path) => /(^|\/)records\.ts$/.test(path));
}

/** Collections that a registry lacks, with the file that declares each. */
export function missingFrom(
  registry: readonly { name: string }[],
  declared: ReadonlyMap<string, readonly { name: string }[]>,
): string[] {
  const known = new Set(registry.map(({ name }) => name));
  return [...declared].flatMap(([path, collections]) =>
    collections.filter(({ name }) => !known.has(name))
      .map(({ name }) => `${path}: ${name}`)
  );
}
