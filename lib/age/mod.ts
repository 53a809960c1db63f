/**
 * For: the question whether a visitor is an adult, by date or by a provider.
 * Keeps: a pass, a check or a refusal for a browser, a yes for a person; never a birth date.
 * Enter: the gate pages, enrolment, which spends the pass, and age flags.
 */
export {
  decideGate,
  dropPass,
  findGate,
  type Gate,
  type GateAnswer,
  usePass,
} from "./actions.ts";
export { ageOn, type CalendarDay, dayAt, isPast } from "./birth_date.ts";
export {
  addPass,
  askCheck,
  beginCheck,
  passUntil,
  settleCheck,
} from "./checks.ts";
export { type BirthDateField, birthDateForm } from "./forms.ts";
export { HttpProvider } from "./http_provider.ts";
export {
  type AgeOutcome,
  type AgeProvider,
  ProviderUnavailable,
} from "./provider.ts";
export { noteProof, provenAt } from "./proofs.ts";
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
