/** Running other programs to their end, never without a limit. */

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  args: string[];
  timeoutMs: number;
  cwd?: string;
  env?: Record<string, string>;
  signal?: AbortSignal;
}

export async function runToEnd(
  program: string,
  { timeoutMs, signal, ...rest }: CommandOptions,
): Promise<CommandResult> {
  const limit = AbortSignal.timeout(timeoutMs);
  const output = await new Deno.Command(program, {
    ...rest,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: signal ? AbortSignal.any([limit, signal]) : limit,
  }).output();
  const text = new TextDecoder();
  return {
    code: output.code,
    stdout: text.decode(output.stdout),
    stderr: limit.aborted
      ? `no end after ${timeoutMs / 1000} s`
      : text.decode(output.stderr),
  };
}

/** The last lines of what a program said, for an error of one line. */
export function lastWords(text: string): string {
  const lines = text.trim().split("\n").map((line) => line.trim());
  return lines.filter(Boolean).slice(-2).join(" / ") || "it said nothing";
}
