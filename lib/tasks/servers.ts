import { ensureChromium } from "./chromium.ts";
import { ensureDenokv } from "./denokv.ts";
import { ensureLiveKitServer } from "./livekit_server.ts";

/** Programs that tests and benches use, by the variable that names each. */
const PROGRAMS: Record<string, () => Promise<{ binary: string }>> = {
  MILLO_CHROMIUM: ensureChromium,
  MILLO_LIVEKIT_BIN: ensureLiveKitServer,
  MILLO_DENOKV_BIN: ensureDenokv,
};

export interface Programs {
  /** A path for each variable; empty for a program that cannot be had. */
  env: Record<string, string>;
  faults: string[];
}

export async function findPrograms(
  names = Object.keys(PROGRAMS),
): Promise<Programs> {
  const programs: Programs = { env: {}, faults: [] };
  await Promise.all(names.map(async (name) => {
    try {
      programs.env[name] = (await PROGRAMS[name]()).binary;
    } catch (fault) {
      programs.env[name] = "";
      programs.faults.push((fault as Error).message);
    }
  }));
  return programs;
}
