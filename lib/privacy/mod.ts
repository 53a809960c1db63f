export { makeCopy } from "./copy.ts";
