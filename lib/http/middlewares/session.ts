import { findSession } from "../../accounts/mod.ts";
import { findGate } from "../../age/mod.ts";
import { readCookie } from "../cookies.ts";
import { VISITOR } from "../principal.ts";
import { define } from "../state.ts";

/** Who asks: by session, or else by what the gate said to this browser. */
export const session = define.middleware(async (ctx) => {
  const { state } = ctx;
  const { store, clock, dataMap } = state.millo;
  const token = readCookie(ctx.req.headers, "session", state.secure);
  if (token) {
    const { renewOnVisit } = dataMap;
    const now = clock.now();
    state.principal = await findSession(store, token, now, renewOnVisit) ??
      VISITOR;
  }
  if (state.principal.kind === "visitor") {
    const gate = readCookie(ctx.req.headers, "gate", state.secure);
    state.gate = await findGate(store, gate, clock.now());
  }
  return await ctx.next();
});
