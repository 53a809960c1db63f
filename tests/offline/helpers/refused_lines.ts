/** The lines of a module that the compiler refuses, in order. */
export async function refusedLines(path: string): Promise<string[]> {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", path],
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  if (code === 0) return [];
  const report = new TextDecoder().decode(stderr);
  const lines = (await Deno.readTextFile(path)).split("\n");
  // Places that an error has to do with stand further in than its own.
  const places = report.matchAll(/^ {4}at file:\S+:(\d+):\d+$/gm);
  const refused = new Set([...places].map(([, line]) => Number(line)));
  if (refused.size === 0) {
    throw new Error(`Cannot check ${path}: ${report}`);
  }
  return [...refused].sort((a, b) => a - b).map((n) => lines[n - 1].trim());
}
