const nonces = new WeakMap<Response, string>();

/** Which nonce the inline code of a rendered page carries. */
export function setNonce(response: Response, nonce: string) {
  nonces.set(response, nonce);
}

/** Null for what was not rendered, and for a copy of what was. */
export function nonceOf(response: Response): string | null {
  return nonces.get(response) ?? null;
}
