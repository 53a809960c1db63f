import { newSecret } from "../kernel/mod.ts";
import { startGuarded } from "./guarded.ts";
import { freeTcpPort } from "./ports.ts";
import { whenReady } from "./ready.ts";

export { ensureDenokv } from "./denokv_binary.ts";

export interface DenokvOptions {
  binary: string;
  dataFile: string;
  logFile?: string;
}

export interface DenokvServer {
  url: string;
  /** Goes into DENO_KV_ACCESS_TOKEN of whoever opens the URL. */
  token: string;
  stop(): Promise<void>;
}

export async function startDenokv(
  { binary, dataFile, logFile }: DenokvOptions,
): Promise<DenokvServer> {
  const port = freeTcpPort();
  const token = newSecret();
  const url = `http://127.0.0.1:${port}`;
  const server = await startGuarded(binary, {
    args: ["--sqlite-path", dataFile, "serve", "--addr", `127.0.0.1:${port}`],
    env: { DENO_KV_ACCESS_TOKEN: token },
    logFile,
  });
  const fault = await whenReady(server, url);
  if (!fault) return { url, token, stop: server.stop };
  await server.stop();
  throw new Error(`Cannot start denokv: ${fault}`);
}
