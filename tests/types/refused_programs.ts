import { assert } from "@std/assert";
import { denoFlags } from "../../lib/tasks/deno.ts";

/** The names of those programs that do not compile; one run of the checker. */
export async function refusedPrograms(
  programs: Record<string, string>,
): Promise<string[]> {
  const wrong: string[] = [];
  const names = Object.keys(programs);
  const folder = await Deno.makeTempDir({ prefix: "millo-types-" });
  try {
    for (const [n, name] of names.entries()) {
      await Deno.writeTextFile(`${folder}/n${n}.ts`, programs[name]);
    }
    const { stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "check",
        ...denoFlags(),
        ...names.map((_, n) => `${folder}/n${n}.ts`),
      ],
      env: { NO_COLOR: "1" },
    }).output();
    const said = new TextDecoder().decode(stderr);
    assert(/TS\d+/.test(said), said);
    for (const [n, name] of names.entries()) {
      if (said.includes(`/n${n}.ts:`)) wrong.push(name);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return wrong;
}
