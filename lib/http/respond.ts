/** See Other: after a form, so that reloading sends nothing twice. */
export function seeOther(to: string, headers = new Headers()): Response {
  headers.set("location", to);
  return new Response(null, { status: 303, headers });
}

/** Where a key is shown first, before keys may be changed. */
export const PROVE_FOR_KEYS = "/account/return?to=/account/keys";
