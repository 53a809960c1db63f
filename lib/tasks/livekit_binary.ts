import { join } from "node:path";
import { sha256 } from "../kernel/mod.ts";
import { cachedProgram, findOnPath, intoCache, isProgram } from "./cache.ts";
import { lastWords, runToEnd } from "./command.ts";
import { download } from "./download.ts";
import { say, withProgress } from "./progress.ts";

const VERSION = "1.13.5";
const RELEASE =
  `https://github.com/livekit/livekit/releases/download/v${VERSION}`;
const MODULE = `github.com/livekit/livekit-server/cmd/server@v${VERSION}`;
const MINUTE_MS = 60_000;

/** What LiveKit calls the processors that Deno names. */
const ARCHS: Record<string, string> = { x86_64: "amd64", aarch64: "arm64" };

export interface Finding {
  binary?: string;
}

/** Finds LiveKit's server, or fetches it: released first, else built by Go. */
export async function ensureLiveKitServer(
  { binary }: Finding = {},
): Promise<{ binary: string }> {
  if (binary) return { binary };
  const cached = cachedProgram(`livekit-server-v${VERSION}`);
  const found = await findOnPath(["livekit-server"]) ??
    (await isProgram(cached) ? cached : null);
  return { binary: found ?? await fetchLiveKit() };
}

async function fetchLiveKit(): Promise<string> {
  say(`LiveKit's server v${VERSION} is not here yet; fetching it`);
  const faults: string[] = [];
  for (const way of [fromRelease, fromGo]) {
    try {
      return await intoCache(`livekit-server-v${VERSION}`, way);
    } catch (fault) {
      faults.push((fault as Error).message);
    }
  }
  throw new Error(
    `Cannot find LiveKit's server: ${faults.join("; ")}. ` +
      "Install livekit-server (https://docs.livekit.io/transport/self-hosting/local/) " +
      "so that it is on the PATH, or install Go, or set LIVEKIT_URL, LIVEKIT_API_KEY " +
      "and LIVEKIT_API_SECRET to use a server elsewhere",
  );
}

/**
 * The checksum comes from the same release over TLS: it proves that the archive
 * arrived whole, not who made it. That rests on GitHub and on TLS.
 */
async function fromRelease(folder: string): Promise<string> {
  const arch = ARCHS[Deno.build.arch];
  if (Deno.build.os !== "linux" || !arch) {
    throw new Error(`there is no release for ${Deno.build.target}`);
  }
  const name = `livekit_${VERSION}_linux_${arch}.tar.gz`;
  const sums = await download(`${RELEASE}/checksums.txt`, MINUTE_MS);
  const archive = await withProgress(
    "Downloading LiveKit's server",
    download(`${RELEASE}/${name}`, 10 * MINUTE_MS),
  );
  const listed = new TextDecoder().decode(sums).split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(([, file]) => file === name)?.[0];
  if (!listed || listed !== sha256(archive)) {
    throw new Error(
      `${name} does not have the checksum that its release lists`,
    );
  }
  const path = join(folder, name);
  await Deno.writeFile(path, archive);
  const { code, stderr } = await runToEnd("tar", {
    args: ["-xzf", path, "-C", folder, "livekit-server"],
    timeoutMs: MINUTE_MS,
  });
  if (code !== 0) {
    throw new Error(`tar cannot open ${name}: ${lastWords(stderr)}`);
  }
  return join(folder, "livekit-server");
}

/** Go verifies the module and all it needs against its checksum database. */
async function fromGo(folder: string): Promise<string> {
  const go = await findOnPath(["go"]) ?? "/usr/local/go/bin/go";
  if (!await isProgram(go)) throw new Error("Go is not installed");
  const { code, stderr } = await withProgress(
    "Building LiveKit's server with Go (some two minutes)",
    runToEnd(go, {
      args: ["install", MODULE],
      env: { GOBIN: folder, GOFLAGS: "-trimpath" },
      timeoutMs: 15 * MINUTE_MS,
    }),
  );
  if (code !== 0) throw new Error(`Go cannot build it: ${lastWords(stderr)}`);
  return join(folder, "server");
}
