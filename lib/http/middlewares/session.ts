import { findSession } from "../../accounts/mod.ts";
import { findGate } from "../../age/mod.ts";
import { readCookie } from "../cookies.ts";
import { define } from "../state.ts";

/** Who asks: by session, or else by what the gate said to this browser. */
export const session = define.middleware(async (ctx) => {
  const { state } = ctx;
  const { store, clock, dataMap } = state.millo;
  const token = readCookie(ctx.req.headers, "session", state.secure);
  if (token) {
    const { renewOnVisit } = dataMap;
    state.member = await findSession(store, token, clock.now(), renewOnVisit);
  }
  if (!state.member) {
    const gate = readCookie(ctx.req.headers, "gate", state.secure);
    state.gate = await findGate(store, gate, clock.now());
  }
  return await ctx.next();
});
