/**
 * For: what the operator reads of requests and faults, one line of JSON each.
 * Keeps: nothing; a line names nobody, and quotes nothing that was sent.
 * Enter: whoever answers requests or opens rooms.
 */
export { logError, logNote, logRequest, type RequestLine } from "./log.ts";
