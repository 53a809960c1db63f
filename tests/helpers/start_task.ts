import { readEnv } from "../../lib/config/mod.ts";

/** A `deno task start` of this checkout, as a person would run it. */
export interface Started {
  /** Settles with the address it prints, or null when it ends without one. */
  address: Promise<string | null>;
  /** What it said on stderr, once it has ended, less the line about Fresh. */
  said: Promise<string[]>;
  status: Promise<Deno.CommandStatus>;
  kill(signal: Deno.Signal): void;
  /** Ends it and all that it started as a power cut would. */
  cut(): Promise<void>;
}

/** Settings of the shell that runs the tests must not leak into the task. */
const OWN = /^(LIVEKIT_|MILLO_|PORT$)/;

/** But the task has to run on the Fresh that is being tested. */
const WHICH_FRESH = ["MILLO_FRESH", "MILLO_DENO_CONFIG"];

export function startTask(settings: Record<string, string>): Started {
  const inherited = Object.entries(readEnv()).filter(([name]) =>
    !OWN.test(name) || WHICH_FRESH.includes(name)
  );
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-config",
      "--no-lock",
      "offline/launch.ts",
      "start",
    ],
    clearEnv: true,
    env: { ...Object.fromEntries(inherited), ...settings } as Record<
      string,
      string
    >,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  return {
    address: findAddress(child.stdout),
    said: new Response(child.stderr).text().then(withoutFresh),
    status: child.status,
    kill: (signal) => child.kill(signal),
    async cut() {
      for (const pid of [child.pid, ...descendantsOf(child.pid)]) {
        try {
          Deno.kill(pid, "SIGKILL");
        } catch {
          // It ended by itself.
        }
      }
      await child.status;
    },
  };
}

function descendantsOf(pid: number): number[] {
  const children: number[] = [];
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = Deno.readTextFileSync(`/proc/${name}/stat`);
      // After the program's name in brackets: its state, then its parent.
      const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(parent) === pid) children.push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

async function findAddress(
  stdout: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string | null> {
  let printed = "";
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const reading = (async () => {
    for await (const part of stdout.pipeThrough(new TextDecoderStream())) {
      printed += part;
      const found = /Millo is at (\S+)/.exec(printed);
      if (found) resolve(found[1]);
    }
    resolve(null);
  })();
  reading.catch(() => resolve(null));
  return await promise;
}

function withoutFresh(text: string): string[] {
  return text.trim().split("\n").filter((line) =>
    line !== "" && !line.startsWith("Fresh: ")
  );
}

/** The process of the LiveKit that calls back to this port, if there is one. */
export function liveKitOf(port: string): number | null {
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const program = Deno.readTextFileSync(`/proc/${name}/comm`);
      if (!program.startsWith("livekit")) continue;
      const settings = Deno.readTextFileSync(`/proc/${name}/environ`);
      if (settings.includes(`:${port}/hooks/livekit`)) return Number(name);
    } catch {
      // It ended while we looked.
    }
  }
  return null;
}
