/**
 * Builds once, in a folder of its own, and prints the milliseconds. `whole` is
 * what `deno task build` does; `island` is esbuild without Fresh.
 */
const folder = await Deno.makeTempDir({ prefix: "millo-build-" });
try {
  await copyStyles();
  // Each way reads its own code only, and before the clock runs.
  const build = await (Deno.args[0] === "island" ? island() : whole());
  const start = performance.now();
  await build();
  console.log(performance.now() - start);
} finally {
  await Deno.remove(folder, { recursive: true });
}
Deno.exit(0);

async function island(): Promise<() => Promise<unknown>> {
  const { bundleIsland } = await import("./island_alone.ts");
  return bundleIsland;
}

async function whole(): Promise<() => Promise<unknown>> {
  const { Builder } = await import("fresh/dev");
  const { buildOptions } = await import("../../../fresh.config.ts");
  const { joinStyles } = await import("../../../lib/tasks/styles.ts");
  return async () => {
    await joinStyles(folder);
    await new Builder({ ...buildOptions, outDir: `${folder}/_fresh` }).build();
  };
}

/** The joined style sheets are written beside their sources. */
async function copyStyles(from = "static/styles"): Promise<void> {
  await Deno.mkdir(`${folder}/${from}`, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    const path = `${from}/${name}`;
    if (isDirectory) await copyStyles(path);
    else await Deno.copyFile(path, `${folder}/${path}`);
  }
}

export {};
