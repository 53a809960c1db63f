/** Closes an exhaustive switch: a new member of the union stops compiling. */
export function assertNever(value: never): never {
  throw new TypeError(
    `Cannot handle value: ${JSON.stringify(value)} is not expected here`,
  );
}
