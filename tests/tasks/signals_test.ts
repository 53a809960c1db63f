import { assert, assertEquals } from "@std/assert";
import { eventually } from "../helpers/processes.ts";

const MODULE = new URL("../../lib/tasks/signals.ts", import.meta.url).href;

/** A program that says so when it is asked to end, and ends on our word. */
async function startProgram() {
  const script = `
    import { onStopSignal } from ${JSON.stringify(MODULE)};
    onStopSignal(() => console.log("asked"));
    console.log("begun");
    await Deno.stdin.read(new Uint8Array(1));
    Deno.exit(7);
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-config", "--no-lock", script],
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let said = "";
  const reading = child.stdout.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (text) => void (said += text) }));
  await eventually(() => said.includes("begun"), "it has begun");
  return {
    kill: (signal: Deno.Signal) => child.kill(signal),
    lines: () => said.trim().split("\n"),
    async end(): Promise<number> {
      await child.stdin.close();
      const { code } = await child.status;
      await reading;
      return code;
    },
  };
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.test(`${signal} asks once, however often it comes, and ends nothing by itself`, async () => {
    const program = await startProgram();
    for (let n = 0; n < 3; n++) program.kill(signal);
    await eventually(() => program.lines().includes("asked"), "it is asked");
    program.kill(signal);
    assertEquals(await program.end(), 7, "it ends as it wants to");
    assertEquals(program.lines(), ["begun", "asked"]);
  });
}

Deno.test("signals of several kinds are one wish", async () => {
  const program = await startProgram();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    program.kill(signal);
  }
  await eventually(() => program.lines().includes("asked"), "it is asked");
  assertEquals(await program.end(), 7);
  assert(program.lines().filter((line) => line === "asked").length === 1);
});
