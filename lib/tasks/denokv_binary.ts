import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { cachedProgram, findOnPath, intoCache, isProgram } from "./cache.ts";
import { lastWords, runToEnd } from "./command.ts";
import { download } from "./download.ts";
import { say, withProgress } from "./progress.ts";

const VERSION = "0.14.0";
const RELEASE =
  `https://github.com/denoland/denokv/releases/download/${VERSION}`;
const CACHED = `denokv-${VERSION}`;
const MINUTE_MS = 60_000;

/** Finds denokv, the store for several servers, or fetches it. */
export async function ensureDenokv(): Promise<{ binary: string }> {
  const cached = cachedProgram(CACHED);
  const found = await findOnPath(["denokv"]) ??
    (await isProgram(cached) ? cached : null);
  return { binary: found ?? await fetchDenokv() };
}

async function fetchDenokv(): Promise<string> {
  say(`denokv ${VERSION} is not here yet; fetching it`);
  const faults: string[] = [];
  for (const way of [fromRelease, fromCargo]) {
    try {
      return await intoCache(CACHED, way);
    } catch (fault) {
      faults.push((fault as Error).message);
    }
  }
  throw new Error(
    `Cannot find denokv: ${faults.join("; ")}. Install Rust ` +
      "(https://rustup.rs) so that it can be built, or put denokv on the PATH",
  );
}

/** Its releases list no checksums: what arrives rests on GitHub and on TLS. */
async function fromRelease(folder: string): Promise<string> {
  const { os, arch } = Deno.build;
  if (os !== "linux" || arch !== "x86_64") {
    throw new Error(`there is no release for ${Deno.build.target}`);
  }
  const archive = await withProgress(
    "Downloading denokv",
    download(`${RELEASE}/denokv-${arch}-unknown-linux-gnu.zip`, 5 * MINUTE_MS),
  );
  const path = join(folder, "denokv");
  await Deno.writeFile(path, onlyFileOf(archive), { mode: 0o755 });
  // It is built on a newer system than some that it lands on.
  const { code, stderr } = await runToEnd(path, {
    args: ["--version"],
    timeoutMs: MINUTE_MS,
  });
  if (code !== 0) {
    throw new Error(`the release does not run here: ${lastWords(stderr)}`);
  }
  return path;
}

/** The one file in a zip archive; the directory at its end tells the size. */
export function onlyFileOf(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("the release is not a zip archive");
  const entry = view.getUint32(end + 16, true);
  const deflated = view.getUint16(entry + 10, true) === 8;
  const size = view.getUint32(entry + 20, true);
  const header = view.getUint32(entry + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) +
    view.getUint16(header + 28, true);
  const bytes = archive.subarray(start, start + size);
  return deflated ? inflateRawSync(bytes) : bytes;
}

/** Cargo verifies each crate against the registry's checksums and the lock. */
async function fromCargo(folder: string): Promise<string> {
  const cargo = await findOnPath(["cargo"]);
  if (!cargo) throw new Error("Cargo is not installed");
  const args = ["install", "denokv", "--locked", "--version", VERSION];
  const { code, stderr } = await withProgress(
    "Building denokv with Cargo (some five minutes)",
    runToEnd(cargo, {
      args: [...args, "--root", folder],
      timeoutMs: 25 * MINUTE_MS,
    }),
  );
  if (code !== 0) {
    throw new Error(`Cargo cannot build it: ${lastWords(stderr)}`);
  }
  return join(folder, "bin/denokv");
}
