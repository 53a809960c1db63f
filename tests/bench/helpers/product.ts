import type { LiveKitServer } from "../../../lib/tasks/livekit_server.ts";
import { freeTcpPort } from "../../../lib/tasks/ports.ts";
import { liveKitForTests } from "../../helpers/servers.ts";
import { startServer } from "./server_process.ts";

/** Millo as people get it: built, on a file of its own, with a real LiveKit. */
export interface Product {
  origin: string;
  /** Session cookies of people who are let in. */
  cookies: string[];
  livekit: LiveKitServer;
  stop(): Promise<void>;
}

export async function startProduct(people: number): Promise<Product> {
  const port = freeTcpPort();
  const livekit = await liveKitForTests({ webhookPort: port });
  const folder = await Deno.makeTempDir({ prefix: "millo-bench-" });
  const server = await startServer<{ sessions: string[] }>(
    "tests/bench/helpers/serve_product.ts",
    {
      // A thousand people come from one address here.
      MILLO_MODE: "development",
      MILLO_LIMITS: "10000",
      MILLO_LOG: "error",
      PORT: String(port),
      MILLO_DATA: folder,
      LIVEKIT_URL: livekit.url,
      LIVEKIT_API_KEY: livekit.key,
      LIVEKIT_API_SECRET: livekit.secret,
      BENCH_PEOPLE: String(people),
    },
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    cookies: server.ready.sessions.map((token) => `millo_session=${token}`),
    livekit,
    async stop() {
      await server.stop();
      await livekit.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
