/**
 * What the operator reads of requests and faults: one line of JSON each, about
 * nobody. Keeps nothing. Whoever answers or opens something may enter.
 */
export { logFault, logRequest, type RequestLine } from "./log.ts";
