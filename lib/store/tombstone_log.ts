import { DAY, type Millis } from "../kernel/mod.ts";
import { appendLine, readLines } from "./atomic_file.ts";
import { subjectHashOf } from "./keys.ts";

/**
 * Who was erased, outside the store and its backups, so that a backup cannot
 * bring anybody back. A line has the hash of an id and a day: an id can be
 * looked up in it, and none can be read from it.
 */
export class TombstoneLog {
  #adding: Promise<void> = Promise.resolve();

  constructor(readonly path: string) {}

  /** Returns when the line lies on the disk; once for each person. */
  add(subjectId: string, at: Millis): Promise<void> {
    const subjectHash = subjectHashOf(subjectId);
    const adding = this.#adding.then(async () => {
      if ((await this.subjectHashes()).has(subjectHash)) return;
      const day = new Date(at - at % DAY).toISOString().slice(0, 10);
      await appendLine(this.path, `${subjectHash} ${day}`);
    });
    this.#adding = adding.catch(() => {});
    return adding;
  }

  /** A line that a crash cut short is left out. */
  async subjectHashes(): Promise<Set<string>> {
    const lines = await readLines(this.path);
    const subjectHashes = lines.map((line) => line.split(" ")[0]);
    return new Set(
      subjectHashes.filter((subjectHash) => /^[0-9a-f]{64}$/.test(subjectHash)),
    );
  }
}
