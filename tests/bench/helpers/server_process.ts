import { runArgs } from "../../../lib/tasks/deno.ts";
import { readEnv } from "../../../lib/config/mod.ts";

/** A script of ours that serves in a process of its own. */
export interface ServerProcess<Ready> {
  /** What it printed once it listened. */
  ready: Ready;
  stop(): Promise<void>;
}

/** Settings of the shell must not leak into what is measured. */
const OWN = /^(LIVEKIT_|PORT$|MILLO_(HOST|KV|ORIGIN|DATA|MODE|LOG)$)/;

/** Starts it and waits for its first line, which is JSON. */
export async function startServer<Ready>(
  script: string,
  settings: Record<string, string>,
): Promise<ServerProcess<Ready>> {
  const kept = Object.entries(readEnv()).filter(([name]) => !OWN.test(name));
  const child = new Deno.Command(Deno.execPath(), {
    args: runArgs(script),
    clearEnv: true,
    env: { ...Object.fromEntries(kept) as Record<string, string>, ...settings },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const ready = await firstLine(lines);
  if (ready === null) throw new Error(`Cannot bench: ${script} did not start`);
  return {
    ready: JSON.parse(ready) as Ready,
    async stop() {
      // It ends with the pipe, and so it also ends when this process is killed.
      await child.stdin.close().catch(() => {});
      await child.status;
      await lines.cancel();
    },
  };
}

/** For the script itself: closes what it opened once nobody holds the pipe. */
export async function untilReleased(close: () => Promise<void>): Promise<void> {
  for await (const _ of Deno.stdin.readable);
  await close();
  Deno.exit(0);
}

async function firstLine(
  lines: ReadableStreamDefaultReader<string>,
): Promise<string | null> {
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await lines.read();
    if (done) return null;
    text += value;
  }
  return text.slice(0, text.indexOf("\n"));
}
