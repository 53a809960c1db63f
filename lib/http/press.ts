/** Sent with what a page asks for by itself, to show what has changed. */
export const REFRESH_HEADER = "x-refresh";

/**
 * Whether somebody pressed something, and not their open page by itself: a page
 * left open keeps neither a session nor a case.
 */
export function isPress(req: Pick<Request, "url" | "headers">): boolean {
  return !req.headers.has(REFRESH_HEADER) &&
    new URL(req.url).pathname !== "/admin/changes";
}
