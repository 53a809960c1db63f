import { parseConfig, readEnv } from "../config/mod.ts";
import { say } from "./progress.ts";

/** Tells every fault of the settings before a server stands on them. */
if (import.meta.main) {
  try {
    if (!parseConfig(readEnv()).livekit) {
      throw new Error(
        "Cannot serve: LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET " +
          "must be set; `deno task start` brings a LiveKit of its own",
      );
    }
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
