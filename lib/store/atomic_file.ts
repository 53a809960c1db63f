/** Writing files such that a crash leaves either the old or the new. */

/**
 * Adds a line and waits until it lies on the disk. It begins with a line end:
 * a crash may have cut the last line short.
 */
export async function appendLine(
  path: string,
  line: string,
): Promise<void> {
  using file = await Deno.open(path, { create: true, append: true });
  await writeAll(file, new TextEncoder().encode(`\n${line}\n`));
  await file.sync();
}

/** Puts new content in place of a file, and overwrites what the old one had. */
export async function replaceFile(
  path: string,
  content: string,
): Promise<void> {
  const fresh = `${path}.new`;
  {
    using file = await Deno.open(fresh, {
      create: true,
      truncate: true,
      write: true,
      mode: 0o600,
    });
    await writeAll(file, new TextEncoder().encode(content));
    await file.sync();
  }
  using old = await openIfThere(path);
  await Deno.rename(fresh, path);
  await syncFolder(path);
  if (!old) return;
  await writeAll(old, new Uint8Array((await old.stat()).size));
  await old.sync();
}

/** The lines of a file; none when there is no file. */
export async function readLines(path: string): Promise<string[]> {
  try {
    const lines = (await Deno.readTextFile(path)).split("\n");
    return lines.filter((line) => line !== "");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const slash = path.lastIndexOf("/");
  using folder = await Deno.open(slash === -1 ? "." : path.slice(0, slash));
  await folder.sync();
}

async function openIfThere(path: string): Promise<Deno.FsFile | null> {
  try {
    return await Deno.open(path, { write: true });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await file.write(bytes.subarray(at));
  }
}
