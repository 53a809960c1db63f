import { readEnv, setEnv } from "../../../lib/config/mod.ts";
import { type DenokvServer, startDenokv } from "../../../lib/tasks/denokv.ts";
import { findPrograms } from "../../../lib/tasks/servers.ts";

/** A real server on a temporary file; openKv reads its token from the env. */
export async function denokvForTests(
  folder: string,
): Promise<DenokvServer> {
  const binary = await denokvBinary();
  const server = await startDenokv({ binary, dataFile: `${folder}/kv.sqlite` });
  setEnv("DENO_KV_ACCESS_TOKEN", server.token);
  return server;
}

/** Its path; a machine without one fails the test by name. */
export async function denokvBinary(): Promise<string> {
  const variable = "MILLO_DENOKV_BIN";
  const path = readEnv()[variable] ||
    (await findPrograms([variable])).env[variable];
  if (path) return path;
  throw new Error(
    `Cannot run this test: the program for ${variable} is missing`,
  );
}
