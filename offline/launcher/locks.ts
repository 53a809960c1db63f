import { join, readText } from "./paths.ts";
import { offlineSetup } from "./setup.ts";

/**
 * Writes both locks after a change of packages. The npm part is resolved once,
 * with the stand-ins, and copied: whichever Fresh is used, npm is the same.
 */
export async function writeLocks(root: string): Promise<number> {
  const setup = await offlineSetup(root, { frozen: false });
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["install", "--quiet", ...setup.flags],
    cwd: root,
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  if (code !== 0) return code;
  const offline = await readText(join(root, "offline/deno.lock"));
  await Deno.writeTextFile(join(root, "deno.lock"), upstreamLock(offline!));
  console.error("Wrote offline/deno.lock and deno.lock");
  return 0;
}

/** The last part of `workspace`, laid out as Deno writes it. */
const LINKS = /,\n {4}"links": \{.*?\n {4}\}(?=\n {2}\})/s;

/** The stand-ins' lock without them; the text stays as Deno would write it. */
export function upstreamLock(offline: string): string {
  return offline.replace(LINKS, "");
}
