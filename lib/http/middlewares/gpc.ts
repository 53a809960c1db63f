import { signalsGpc } from "../../consent/mod.ts";
import { readCookie, setCookie } from "../cookies.ts";
import { define } from "../state.ts";

/**
 * Takes Global Privacy Control, or what this browser said before, for an
 * opt-out, and keeps it in the browser: it needs no name there. It stands
 * around everything, so that pages of faults know it as well.
 */
export const gpc = define.middleware(async (ctx) => {
  const { state, req } = ctx;
  const kept = readCookie(req.headers, "optout", state.secure) === "1";
  state.gpc = signalsGpc(req.headers);
  state.optedOut = state.gpc || kept;
  const response = await ctx.next();
  // What others may keep for everybody is no place for somebody's cookie.
  const shared = /public/.test(response.headers.get("cache-control") ?? "");
  if (state.gpc && !kept && !shared && response.status !== 101) {
    setCookie(response.headers, "optout", "1", state.secure);
  }
  return response;
});
