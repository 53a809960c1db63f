import { Builder } from "fresh/dev";
import { buildOptions } from "../../fresh.config.ts";
import { parseConfig, readEnv } from "../config/mod.ts";

/** What the supervisor of development imports, anew after each change. */
const { host, port } = parseConfig(readEnv()).listen;
await new Builder(buildOptions).listen(
  () => import("../../fresh.config.ts"),
  { hostname: host, port },
);
