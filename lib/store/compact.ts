import type { Store } from "./store.ts";

export interface Compaction {
  /** False where the store is not a file of ours. */
  done: boolean;
  /** Why it could not be done, or null. */
  because: string | null;
  bytesBefore: number;
  bytesAfter: number;
  /** Milliseconds for which writes waited; none was refused. */
  pause: number;
}

/**
 * A worker without a file of its own, because the build bundles the server.
 * The second connection is opened and closed while no write of ours is under
 * way; reads go on.
 */
const WORK = `
import { DatabaseSync } from "node:sqlite";
self.onmessage = ({ data: path }) => {
  let db;
  try {
    db = new DatabaseSync(path);
    db.exec("PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; VACUUM");
    const [log] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
    self.postMessage(log.busy ? "its log is in use" : null);
  } catch (error) {
    self.postMessage(error.message);
  } finally {
    db?.close();
  }
};`;

/**
 * Rewrites the store's file without what was deleted from it: KV only marks
 * the space as free. Writes wait meanwhile.
 */
export async function compactStore(store: Store): Promise<Compaction> {
  const { file } = store;
  if (file === null) {
    const because = "the store is not a file of this process";
    return { done: false, because, bytesBefore: 0, bytesAfter: 0, pause: 0 };
  }
  const bytesBefore = await sizeOf(file);
  const worker = new Worker(
    URL.createObjectURL(new Blob([WORK], { type: "text/javascript" })),
    { type: "module" },
  );
  try {
    const { value: because, took } = await store.line.alone(() =>
      ask(worker, file)
    );
    const bytesAfter = await sizeOf(file);
    const done = because === null;
    return { done, because, bytesBefore, bytesAfter, pause: took };
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(path);
  });
}

async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map(async (path) =>
      (await Deno.stat(path).catch(() => null))?.size ?? 0
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
