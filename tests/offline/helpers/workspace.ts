import { dirname, fromFileUrl, resolve } from "./paths.ts";
import type { Setup, Suite } from "./checks.ts";
import { freePort } from "./serve.ts";

export interface Workspace {
  folder: string;
  config: string;
  /** Runs deno in the workspace; the output is its standard output. */
  deno(args: string[], options?: RunOptions): Promise<string>;
}

interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
}

const REPO = fromFileUrl(new URL("../../..", import.meta.url));

/** A temporary folder under the import map and links of the config in use. */
export async function makeWorkspace(): Promise<Workspace> {
  const folder = await Deno.realPath(
    await Deno.makeTempDir({ prefix: "millo-fresh-" }),
  );
  const config = `${folder}/deno.json`;
  const { settings, lock } = await workspaceConfig();
  // With the versions of the lock, the registry need not be asked.
  await Deno.copyFile(lock, `${folder}/deno.lock`).catch(() => {});
  await Deno.writeTextFile(config, JSON.stringify(settings, null, 2));
  return {
    folder,
    config,
    deno: (args, options) => run(args, options, folder),
  };
}

async function run(
  args: string[],
  { cwd, env }: RunOptions = {},
  folder: string,
): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd: cwd ?? folder,
    env: { NO_COLOR: "1", FRESH_NO_UPDATE_CHECK: "true", ...env },
    stderr: "piped",
  });
  const { code, stdout, stderr } = await command.output();
  if (code === 0) return new TextDecoder().decode(stdout);
  const report = new TextDecoder().decode(stderr);
  throw new Error(`Cannot run deno ${args.join(" ")}: ${report}`);
}

/** The config that this test runs under. */
export async function configInUse(): Promise<string> {
  const named = Deno.env.get("MILLO_DENO_CONFIG");
  if (named) return resolve(named);
  const offline = `${REPO}deno.offline.json`;
  const found = await Deno.stat(offline).catch(() => null);
  return found ? offline : `${REPO}deno.json`;
}

async function workspaceConfig() {
  const path = await configInUse();
  const config = JSON.parse(await Deno.readTextFile(path));
  const { imports, links = [], lock = "deno.lock" } = config;
  const { fresh, preact, ...rest } = imports;
  const settings = {
    imports: {
      fresh,
      preact,
      "@preact/signals": rest["@preact/signals"],
      "preact-render-to-string": rest["preact-render-to-string"],
    },
    links: links.map((link: string) => resolve(dirname(path), link)),
    nodeModulesDir: "auto",
    compilerOptions: {
      jsx: "precompile",
      jsxImportSource: "preact",
      jsxPrecompileSkipElements: SKIPPED,
    },
  };
  return { settings, lock: resolve(dirname(path), lock.path ?? lock) };
}

const SKIPPED = [
  "a",
  "img",
  "source",
  "body",
  "html",
  "head",
  "title",
  "meta",
  "script",
  "link",
  "style",
  "base",
  "noscript",
  "template",
];

/** Writes every setup: modules below `apps/`, projects below `sites/`. */
export async function writeSetups(
  { folder }: Workspace,
  { setups }: Suite,
) {
  await Deno.mkdir(`${folder}/apps`);
  await Deno.mkdir(`${folder}/sites`);
  for (const [name, setup] of Object.entries(setups)) {
    if (setup.kind === "site") {
      await writeSite(`${folder}/sites/${name}`, setup);
    } else {
      const code = swapPorts(setup.code ?? setup.source ?? "");
      await Deno.writeTextFile(`${folder}/apps/${name}.tsx`, code);
    }
  }
}

/** Ports that setups name outright, and free ones used in their place. */
const PORTS = ["8123", "8131", "8132"].map((named) => ({
  named,
  free: String(freePort()),
}));

function swapPorts(text: string): string {
  return PORTS.reduce((code, { named, free }) => {
    return code.replaceAll(named, free);
  }, text);
}

export function restorePorts(text: string): string {
  return PORTS.reduce((output, { named, free }) => {
    return output.replaceAll(free, named);
  }, text);
}

async function writeSite(folder: string, { files = {} }: Setup) {
  for (const [path, text] of Object.entries(files)) {
    const file = `${folder}/${path}`;
    await Deno.mkdir(dirname(file), { recursive: true });
    if (text.startsWith("base64:")) {
      await Deno.writeFile(file, Uint8Array.fromBase64(text.slice(7)));
    } else await Deno.writeTextFile(file, text);
  }
}

/** Builds every site as its own `dev.ts build` would, two at a time. */
export async function buildSites(workspace: Workspace, { setups }: Suite) {
  const names = Object.keys(setups).filter((name) =>
    setups[name].kind === "site"
  );
  const queue = names.values();
  await Promise.all([1, 2].map(async () => {
    for (const name of queue) {
      await workspace.deno(["run", "-A", "dev.ts", "build"], {
        cwd: `${workspace.folder}/sites/${name}`,
        env: { GITHUB_SHA: "conformance", ...setups[name].env },
      });
    }
  }));
}
