export { decideGate, findGate, type Gate, usePass } from "./actions.ts";
export { ageOn, type CalendarDay, dayAt, isPast } from "./birth_date.ts";
export { type BirthDateField, birthDateForm } from "./forms.ts";
