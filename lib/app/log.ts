/**
 * Faults that are ours, one line of JSON each. Names of errors and places in
 * the code only: messages may quote what people sent.
 */
export function logFault(what: string, error: unknown): void {
  const known = error instanceof Error;
  console.error(JSON.stringify({
    level: "error",
    what: `Cannot ${what}`,
    error: known ? error.name : typeof error,
    at: known ? placesIn(error.stack) : undefined,
  }));
}

/** The frames of a stack, without the message that stands before them. */
function placesIn(stack: string | undefined): string[] {
  return (stack ?? "").split("\n").map((line) => line.trim())
    .filter((line) => line.startsWith("at ")).slice(0, 6);
}
