import { logNote } from "../log/mod.ts";
import { appendLine, readLines } from "../store/mod.ts";
import { type Checkpoint, checkpointsIn, lineOf } from "./checkpoint.ts";

/**
 * Where checkpoints lie outside the store: whoever changes the store does not
 * change these, and is found out.
 */
export interface CheckpointLog {
  add(checkpoint: Checkpoint): Promise<void>;
  /** Those that were added, as far as they can be read from here. */
  read(): Promise<Checkpoint[]>;
}

/**
 * A file in the data folder. Without one, the process's log, which somebody
 * else must collect.
 */
export function openCheckpointLog(dataFolder: string | null): CheckpointLog {
  if (dataFolder === null) {
    return {
      add: (checkpoint) => {
        logNote("audit checkpoint", { line: lineOf(checkpoint) });
        return Promise.resolve();
      },
      read: () => Promise.resolve([]),
    };
  }
  const path = `${dataFolder}/audit_checkpoints`;
  return {
    add: (checkpoint) => appendLine(path, lineOf(checkpoint)),
    read: async () => checkpointsIn((await readLines(path)).join("\n")),
  };
}
