export { type Env, readEnv, setEnv } from "./env.ts";
export {
  type Config,
  ConfigFault,
  configTable,
  type LiveKitConfig,
  parseConfig,
} from "./config.ts";
