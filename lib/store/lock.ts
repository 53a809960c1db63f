/**
 * One handle a file: two processes on one KV file miss each other's writes and
 * lock each other out. The operating system frees the lock when its holder
 * dies, however it dies.
 */

/** The data folder cannot be used; the message says what to do. */
export class FolderError extends Error {
  override name = "FolderError";
}

/** Takes the folder for this process; answers how to give it back. */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = await openLock(folder);
  if (!await file.tryLock(true)) {
    file.close();
    throw new FolderError(
      `Cannot use the data folder ${folder}: another Millo is running on it. Stop that one, or set MILLO_DATA to another folder`,
    );
  }
  return () => file.close();
}

async function openLock(folder: string): Promise<Deno.FsFile> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    return await Deno.open(`${folder}/.lock`, {
      create: true,
      write: true,
    });
  } catch (error) {
    throw new FolderError(
      `Cannot use the data folder ${folder}: it cannot be written (${
        error instanceof Error ? error.message : error
      }). Make it writable, or set MILLO_DATA to another folder`,
    );
  }
}
