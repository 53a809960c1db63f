/** What every failed assertion throws. */
export class AssertionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/** Throws, with the caller's own words added to the standard ones. */
export function failWith(text: string, msg: string | undefined): never {
  throw new AssertionError(withNote(text, msg));
}

/** `Values are not equal.` with a note is `Values are not equal: note`. */
export function withNote(text: string, msg: string | undefined): string {
  return msg ? `${text.replace(/\.$/, "")}: ${msg}` : text;
}
