export {
  type Clock,
  DAY,
  dayOf,
  HOUR,
  hourOf,
  type Millis,
  MINUTE,
  SECOND,
  systemClock,
} from "./clock.ts";
export { assertNever } from "./assert_never.ts";
export { digest, newId, newSecret } from "./id.ts";
export { ok, refuse, type Result } from "./result.ts";
