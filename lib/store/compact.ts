import { KV_CLIENT } from "./inside.ts";
import type { Store } from "./store.ts";

export interface Compaction {
  /** False where the store is not a file of ours. */
  done: boolean;
  /** Why it could not be done, or null. */
  reason: string | null;
  bytesBefore: number;
  bytesAfter: number;
  /** The longest that a write had to wait, in milliseconds. */
  pause: number;
}

/**
 * A worker without a file of its own, because the build bundles the server.
 * Up to this size the copy is made in memory: quicker, and on no other disk.
 */
const IN_MEMORY = 256e6;
const WORK = `
import { DatabaseSync } from "node:sqlite";
let db;
const steps = {
  vacuum({ path, inMemory }) {
    db = new DatabaseSync(path);
    db.exec("PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON");
    if (inMemory) db.exec("PRAGMA temp_store = MEMORY");
    db.exec("VACUUM");
    return null;
  },
  copy() {
    db.exec("PRAGMA wal_checkpoint(PASSIVE)");
    return null;
  },
  truncate() {
    const [log] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
    db.close();
    return log.busy ? "its log is in use" : null;
  },
};
self.onmessage = ({ data }) => {
  try {
    self.postMessage(steps[data.step](data));
  } catch (error) {
    self.postMessage(error.message);
  }
};`;

/**
 * Rewrites the store's file without what was deleted from it: KV only marks
 * the space as free. Writes wait meanwhile, none is refused, and reads go on.
 */
export async function compactStore(store: Store): Promise<Compaction> {
  const { file, [KV_CLIENT]: kvClient } = store;
  if (file === null) {
    const reason = "the store is not a file of this process";
    return { done: false, reason, bytesBefore: 0, bytesAfter: 0, pause: 0 };
  }
  const bytesBefore = await sizeOf(file);
  const url = URL.createObjectURL(
    new Blob([WORK], { type: "text/javascript" }),
  );
  const worker = new Worker(url, { type: "module" });
  try {
    const vacuum = {
      step: "vacuum",
      path: file,
      inMemory: bytesBefore < IN_MEMORY,
    };
    const first = await kvClient.alone(() => {
      kvClient.noteCompaction();
      return ask(worker, vacuum);
    });
    let reason = first.value;
    let pause = first.took;
    if (reason === null) {
      await ask(worker, { step: "copy" });
      const last = await kvClient.alone(() =>
        ask(worker, { step: "truncate" })
      );
      reason = last.value;
      pause = Math.max(pause, last.took);
    }
    const bytesAfter = await sizeOf(file);
    if (reason !== null) kvClient.noteFailedCompaction();
    return { done: reason === null, reason, bytesBefore, bytesAfter, pause };
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

function ask(worker: Worker, step: object): Promise<string | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(step);
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
