import { saveOptOut } from "../../consent/mod.ts";
import { memberIn } from "../principal.ts";
import { define } from "../state.ts";

/** Ties the opt-out of a browser to the account, and that of the account to the page. */
export const optOut = define.middleware(async (ctx) => {
  const { state } = ctx;
  const member = memberIn(state);
  if (member) {
    const { store, clock } = state.millo;
    const sent = state.gpc ? "gpc" : state.optedOut ? "form" : null;
    const { accountId } = member;
    state.optedOut = await saveOptOut(store, accountId, sent, clock.now());
  }
  return await ctx.next();
});
