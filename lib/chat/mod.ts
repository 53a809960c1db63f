export { keepLine, type Line } from "./actions.ts";
export { type LineFault, LONGEST_LINE } from "./line.ts";
