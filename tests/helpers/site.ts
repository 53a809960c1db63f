import { ensureBuild } from "../../lib/tasks/build.ts";
import { closeMillo, type Millo, useMillo } from "../../lib/app/mod.ts";
import type { LiveKitServer } from "../../lib/tasks/livekit_server.ts";
import { parseConfig } from "../../lib/config/mod.ts";
import { liveKitForTests } from "./servers.ts";

/** The system's time, moved on by tests that need to be later. */
export class MovedClock {
  ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }
}

/** The production build on a real LiveKit and a KV file, on loopback. */
export interface Site {
  base: string;
  clock: MovedClock;
  livekit: LiveKitServer;
  millo(): Millo;
  /** Ends the server as a deployment does, and opens it on the same data. */
  restart(whileDown: () => Promise<void>): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Fetch = (
  request: Request,
  info: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** The site that hears what becomes of the media server: the newest. */
let mediaChanged = () => {};

export async function openSite(
  settings: Record<string, string> = {},
): Promise<Site> {
  await ensureBuild();
  const server = "../../_fresh/server.js";
  const { default: built } = await import(server) as {
    default: { fetch: Fetch };
  };
  const data = await Deno.makeTempDir({ prefix: "millo_site_" });
  const clock = new MovedClock();
  let listening = serve(0, built.fetch);
  const { port } = listening.addr as Deno.NetAddr;
  const livekit = await liveKitForTests({
    webhookPort: port,
    onState: () => mediaChanged(),
  });
  const open = () =>
    useMillo({ config: configOf(data, livekit, settings), clock });
  let millo = await open();
  mediaChanged = () => void millo.liveHub.watch.look();
  const close = async () => {
    await closeMillo();
    await listening.shutdown();
  };
  return {
    base: `http://localhost:${port}`,
    clock,
    livekit,
    millo: () => millo,
    async restart(whileDown) {
      await close();
      await whileDown();
      millo = await open();
      listening = serve(port, built.fetch);
    },
    async [Symbol.asyncDispose]() {
      await close();
      await Deno.remove(data, { recursive: true });
    },
  };
}

function serve(port: number, fetch: Fetch): Deno.HttpServer {
  return Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    fetch,
  );
}

function configOf(
  data: string,
  livekit: LiveKitServer,
  settings: Record<string, string>,
) {
  return parseConfig({
    MILLO_DATA: data,
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.key,
    LIVEKIT_API_SECRET: livekit.secret,
    ...settings,
  });
}
