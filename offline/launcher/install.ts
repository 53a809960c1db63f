import { join, readText } from "./paths.ts";
import type { Setup } from "./setup.ts";
import { encodeHex } from "./hex.ts";

const INSTALL_PATIENCE_MS = 10 * 60_000;

/** Installs npm packages when what decides on them changed. */
export async function installPackages(
  root: string,
  setup: Setup,
): Promise<void> {
  const stamp = join(root, ".millo/installed");
  const wanted = await stampOf(setup);
  if (await readText(stamp) === wanted && await isThere(root)) return;
  await install(root, setup);
  await Deno.mkdir(join(root, ".millo"), { recursive: true });
  await Deno.writeTextFile(stamp, await stampOf(setup));
}

async function install(root: string, setup: Setup): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["install", "--quiet", ...setup.flags],
    cwd: root,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    signal: AbortSignal.timeout(INSTALL_PATIENCE_MS),
  });
  const timer = setTimeout(
    () => console.error("Installing npm packages …"),
    2000,
  );
  try {
    const { success, stderr } = await child.output();
    if (!success) {
      const why = new TextDecoder().decode(stderr).trim();
      throw new Error(
        `Cannot install packages: ${why || "no answer"}\n` +
          "If packages were changed on purpose, run `deno task lock`",
      );
    }
  } finally {
    clearTimeout(timer);
  }
}

async function stampOf(setup: Setup): Promise<string> {
  const texts = await Promise.all(setup.inputs.map(readText));
  const parts = JSON.stringify([setup.flags, texts]);
  const bytes = new TextEncoder().encode(parts);
  return encodeHex(await crypto.subtle.digest("SHA-256", bytes));
}

async function isThere(root: string): Promise<boolean> {
  try {
    return (await Deno.stat(join(root, "node_modules/.deno"))).isDirectory;
  } catch {
    return false;
  }
}
