import { join } from "node:path";
import { sha256 } from "../kernel/mod.ts";
import { denoFlags } from "./deno.ts";

/** What a production build is made of. */
const INPUTS = [
  "routes",
  "islands",
  "components",
  "lib",
  "static",
  "offline",
  "fresh.config.ts",
  "deno.json",
  "deno.lock",
];

const STAMP = "_fresh/stamp";

/** Says whether `_fresh/` was built from what is on the disk now. */
export async function isBuildStale(root = "."): Promise<boolean> {
  try {
    const kept = await Deno.readTextFile(join(root, STAMP));
    await Deno.stat(join(root, "_fresh/server.js"));
    return kept !== await buildStamp(root);
  } catch (fault) {
    if (fault instanceof Deno.errors.NotFound) return true;
    throw fault;
  }
}

/** The stamp must be taken before a build: a later change has to show. */
export async function writeBuildStamp(
  stamp: string,
  root = ".",
): Promise<void> {
  await Deno.writeTextFile(join(root, STAMP), stamp);
}

/** A digest over name, size and time of change: reading all would be slow. */
export async function buildStamp(root = "."): Promise<string> {
  const lines = (await Promise.all(INPUTS.map((path) => linesOf(root, path))))
    .flat().sort();
  return sha256(JSON.stringify([denoFlags(), lines]));
}

async function linesOf(root: string, path: string): Promise<string[]> {
  const info = await Deno.stat(join(root, path)).catch(() => null);
  if (!info) return [];
  if (info.isFile) return [`${path} ${info.size} ${info.mtime?.getTime()}`];
  const below: Promise<string[]>[] = [];
  for await (const { name } of Deno.readDir(join(root, path))) {
    if (name !== "node_modules") below.push(linesOf(root, `${path}/${name}`));
  }
  return (await Promise.all(below)).flat();
}
