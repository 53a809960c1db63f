import {
  type AuditFault,
  checkpointsIn,
  openCheckpointLog,
  SigningKeys,
  type Verification,
  verifyLog,
} from "../audit/mod.ts";
import { type Config, parseConfig, readEnv } from "../config/mod.ts";
import { translator } from "../i18n/mod.ts";
import { type Clock, systemClock } from "../kernel/mod.ts";
import { openStore } from "../store/mod.ts";
import { say } from "./progress.ts";

/**
 * Verifies the audit log of a store, also beside the server that has it open.
 * `paths` name files in which checkpoints were kept elsewhere, as they are or
 * among other lines. Throws for a store or a file that is not there.
 */
export async function verifyByCommand(
  config: Config,
  paths: readonly string[],
  clock: Clock = systemClock,
): Promise<Verification> {
  const inFile = !/^https?:/.test(config.store);
  if (inFile && !await Deno.stat(config.store).catch(() => null)) {
    throw new Error(`Cannot verify ${config.store}: there is no such store`);
  }
  const dataFolder = inFile ? config.data : null;
  const texts = paths.map((path) => Deno.readTextFile(path));
  const elsewhere = checkpointsIn((await Promise.all(texts)).join("\n"));
  if (paths.length > 0 && elsewhere.length === 0) {
    throw new Error(
      `Cannot verify with ${paths.join(", ")}: no checkpoint is in there`,
    );
  }
  const outside = await openCheckpointLog(dataFolder).read();
  const signingKeys = await SigningKeys.open({
    configured: config.auditKeys,
    dataFolder,
  });
  const store = await openStore({ at: config.store, clock, reads: true });
  try {
    return await verifyLog({
      ...{ store, signingKeys },
      outside: [...outside, ...elsewhere],
      now: clock.now(),
    });
  } finally {
    await store.close();
  }
}

/** What the command says of a fault. */
export function wordsOf({ index, kind }: AuditFault): string {
  return translator()(`admin.audit.fault.${kind}`, { index: String(index) });
}

/** The exit code: 1 where something was changed. */
async function audit([command, ...paths]: readonly string[]): Promise<number> {
  if (command !== "verify") {
    throw new Error(
      "Cannot do that: type `deno task audit verify`, and then files with checkpoints that were kept elsewhere",
    );
  }
  const found = await verifyByCommand(parseConfig(readEnv()), paths);
  const { from, size, checkpoints, head, fault, took } = found;
  if (fault) {
    say(`${wordsOf(fault)}. What comes after it was not looked at.`);
    return 1;
  }
  say(
    size === 0
      ? "The audit log is empty"
      : `Entries ${from} to ${size - 1} are as they were written`,
  );
  say(`Head ${head}; ${checkpoints} checkpoints agree; ${Math.round(took)} ms`);
  return 0;
}

if (import.meta.main) {
  try {
    Deno.exit(await audit(Deno.args));
  } catch (error) {
    say((error as Error).message);
    Deno.exit(1);
  }
}
