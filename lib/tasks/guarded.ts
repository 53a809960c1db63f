/** Servers that belong to this process and must never outlive it. */

export interface Guarded {
  pid: number;
  /** Settles with the exit code when the program ends, for whatever reason. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

export interface GuardedOptions {
  args: string[];
  env?: Record<string, string>;
  /** Where the program's output goes; nowhere when left out. */
  logFile?: string;
}

/**
 * A shell stands between us and the program and holds the other end of a pipe.
 * The pipe closes when we stop, and also when we crash or are killed outright;
 * then the shell ends the program. A first SIGTERM lets it close its calls, a
 * second hurries it, and SIGKILL follows three seconds after the first.
 */
const GUARD = `
log=$1; shift
exec 3<&0
"$@" </dev/null 3<&- >>"$log" 2>&1 &
child=$!
echo "$child"
wait_for() { i=0; while [ "$i" -lt "$1" ] && kill -0 "$child"; do sleep 0.1; i=$((i+1)); done; }
( read -r line <&3
  kill -TERM "$child"; wait_for 2
  kill -TERM "$child"; wait_for 28
  kill -KILL "$child" ) >/dev/null 2>&1 &
watch=$!
exec 3<&- >/dev/null
wait "$child"; code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

export async function startGuarded(
  program: string,
  { args, env, logFile = "/dev/null" }: GuardedOptions,
): Promise<Guarded> {
  const shell = new Deno.Command("sh", {
    args: ["-c", GUARD, "guard", logFile, program, ...args],
    env,
    // A session of its own: Ctrl+C in the terminal reaches us alone.
    detached: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const ended = shell.status.then(({ code }) => code);
  const pid = Number(await new Response(shell.stdout).text());
  return { pid, ended, stop: () => closePipe(shell, ended) };
}

async function closePipe(
  shell: Deno.ChildProcess,
  ended: Promise<number>,
): Promise<void> {
  try {
    await shell.stdin.close();
  } catch {
    // The shell has gone and taken its end of the pipe along.
  }
  await ended;
}
