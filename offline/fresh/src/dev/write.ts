import type { BuildResult } from "./build.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { specifierTo } from "./paths.ts";

/** Writes a build to its folder, beside what earlier ones left there. */
export async function writeBuild(
  config: ResolvedBuildConfig,
  result: BuildResult,
) {
  const { outDir, serverEntry } = config;
  const statics: Record<string, [string, string, string]> = {};
  for (const file of result.files) {
    const path = file.source ?? `${outDir}/static${file.path}`;
    if (file.source === null) await writeFile(path, file.content);
    statics[file.path] = [
      specifierTo(outDir, path),
      file.hash,
      file.contentType,
    ];
  }
  await writeFile(
    `${outDir}/snapshot.js`,
    snapshotModule(config, result, statics),
  );
  await writeFile(
    `${outDir}/server.js`,
    serverModule(specifierTo(outDir, serverEntry)),
  );
  await writeFile(`${outDir}/compiled-entry.js`, COMPILED_ENTRY);
}

async function writeFile(path: string, content: string | Uint8Array) {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  if (typeof content === "string") await Deno.writeTextFile(path, content);
  else await Deno.writeFile(path, content);
}

function serverModule(entry: string): string {
  return `// deno-lint-ignore-file
import { startServer } from "fresh/internal";
import { app } from ${JSON.stringify(entry)};
import snapshot from "./snapshot.js";

export default startServer(app, snapshot, import.meta.url);
`;
}

const COMPILED_ENTRY = `// deno-lint-ignore-file
import server from "./server.js";

const port = Number(Deno.env.get("PORT") ?? 8000);
const hostname = Deno.env.get("HOSTNAME");
Deno.serve({ port, ...(hostname ? { hostname } : {}) }, server.fetch);
`;

function snapshotModule(
  { outDir, root, buildId }: ResolvedBuildConfig,
  { routes, islands, runtime }: BuildResult,
  statics: Record<string, [string, string, string]>,
): string {
  const imports: string[] = [];
  const use = (path: string, name: string) => {
    const specifier = JSON.stringify(specifierTo(outDir, path));
    imports.push(`import * as ${name} from ${specifier};`);
    return name;
  };
  const islandLines = islands.map(({ path, chunk, name }, index) => {
    const fields = { file: specifierTo(root, path), chunk, name };
    return withModule(fields, use(path, `island${index}`));
  });
  const routeLines = routes.map(({ path, eager, ...fields }, index) => {
    const lazy = `() => import(${JSON.stringify(specifierTo(outDir, path))})`;
    return withModule(fields, eager ? use(path, `route${index}`) : lazy);
  });
  return `// deno-lint-ignore-file
${imports.join("\n")}

export default {
  buildId: ${JSON.stringify(buildId)},
  root: ${JSON.stringify(specifierTo(outDir, root) + "/")},
  runtime: ${JSON.stringify(runtime)},
  islands: [
    ${islandLines.join(",\n    ")}
  ],
  files: [
    ${routeLines.join(",\n    ")}
  ],
  statics: ${JSON.stringify(statics, null, 2)},
};
`;
}

function withModule(fields: unknown, module: string): string {
  return `${JSON.stringify(fields).slice(0, -1)},"module":${module}}`;
}
