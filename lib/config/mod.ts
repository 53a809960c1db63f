export { type Env, readEnv, setEnv } from "./env.ts";
export {
  type Config,
  ConfigFault,
  type LiveKitConfig,
  type MailConfig,
  parseConfig,
} from "./config.ts";
export { configTable, envExample } from "./schema.ts";
