export { figuresOf, healthOf } from "./health.ts";
export { logFault, logRequest, type RequestLine } from "./log.ts";
export type { Maintenance } from "./maintenance.ts";
export {
  closeMillo,
  mediaChanged,
  type Millo,
  millo,
  useMillo,
} from "./millo.ts";
