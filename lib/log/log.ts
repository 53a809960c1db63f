import type { Config } from "../config/mod.ts";

type Level = Config["log"];

const LEVELS: readonly Level[] = ["debug", "info", "warn", "error"];

export interface RequestLine {
  id: string;
  method: string;
  /** The pattern, never the path: paths may name somebody. */
  route: string;
  status: number;
  ms: number;
}

/** One line a request. Without address, path, query or cookie. */
export function logRequest(least: Level, line: RequestLine): void {
  const level = levelOf(line);
  if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
  const ms = Math.round(line.ms * 10) / 10;
  console.log(JSON.stringify({ level, what: "request", ...line, ms }));
}

/** One line about the site itself, in codes and figures. */
export function logNote(
  what: string,
  facts: Readonly<Record<string, string | number>>,
): void {
  console.log(JSON.stringify({ level: "info", what, ...facts }));
}

/**
 * Faults that are ours, one line of JSON each. Names of errors and places in
 * the code only: messages may quote what people sent.
 */
export function logError(what: string, error: unknown, request?: string): void {
  const known = error instanceof Error;
  console.error(JSON.stringify({
    level: "error",
    what: `Cannot ${what}`,
    id: request,
    error: known ? error.name : typeof error,
    at: known ? placesIn(error.stack) : undefined,
  }));
}

function levelOf({ route, status }: RequestLine): Level {
  if (status >= 500) return "warn";
  return route === "asset" ? "debug" : "info";
}

/** The frames of a stack, without the message that stands before them. */
function placesIn(stack: string | undefined): string[] {
  return (stack ?? "").split("\n").map((line) => line.trim())
    .filter((line) => line.startsWith("at ")).slice(0, 6);
}
