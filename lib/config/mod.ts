/**
 * For: the settings of a deployment, read once, with all faults told at once.
 * Keeps: nothing; it alone reads the environment.
 * Enter: the composition root and the commands.
 */
export { type Env, readEnv, setEnv } from "./env.ts";
export {
  type Config,
  ConfigError,
  type LiveKitConfig,
  type MailConfig,
  parseConfig,
} from "./config.ts";
export { configTable, envExample } from "./schema.ts";
