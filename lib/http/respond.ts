/** See Other: after a form, so that reloading sends nothing twice. */
export function seeOther(to: string, headers = new Headers()): Response {
  headers.set("location", to);
  return new Response(null, { status: 303, headers });
}
