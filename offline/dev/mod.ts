export { type DevOptions, type DevServer, superviseDev } from "./supervise.ts";
