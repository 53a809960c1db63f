/**
 * See Other: after a form, so that reloading sends nothing twice. A part of an
 * address comes decoded, and no header takes what stands in some.
 */
export function seeOther(to: string, headers = new Headers()): Response {
  const location = to.toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  headers.set("location", location);
  return new Response(null, { status: 303, headers });
}

/** Where a key is shown first, before keys may be changed. */
export const PROVE_FOR_KEYS = "/account/return?to=/account/keys";
