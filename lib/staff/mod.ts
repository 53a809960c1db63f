/**
 * For: the people who run Millo, and what proves that one of them asks.
 * Keeps: nothing; there are no staff accounts yet.
 * Enter: the edge, and the actions of the back office.
 */
export { Staff } from "./staff.ts";
