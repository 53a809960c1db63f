export {
  decideGate,
  type Decision,
  findGate,
  type Gate,
  usePass,
} from "./actions.ts";
export { ageOn, type CalendarDay, dayAt, isPast } from "./birth_date.ts";
export { askCheck, beginCheck, settleCheck } from "./checks.ts";
export { type BirthDateField, birthDateForm } from "./forms.ts";
export { HttpProvider } from "./http_provider.ts";
export { type AgeProvider, type Outcome, ProviderFault } from "./provider.ts";
export {
  ANYWHERE,
  type Method,
  METHODS,
  regionIn,
  type RegionRule,
  REGIONS,
  ruleOf,
  todayOf,
} from "./regions.ts";
export { isSigned, sign } from "./signature.ts";
