export { keepLine, keptLines, type Line } from "./actions.ts";
export { type LineFault, LONGEST_LINE } from "./line.ts";
