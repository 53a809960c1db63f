import { offeredLocales, translator } from "../../i18n/mod.ts";
import { addressOf } from "../address.ts";
import { localeFor } from "../language.ts";
import { isSecure } from "../origin.ts";
import { millo } from "../../app/mod.ts";
import { VISITOR } from "../principal.ts";
import { define } from "../state.ts";

/** The running Millo, and the language of the answer. */
export const baseState = define.middleware(async (ctx) => {
  ctx.state.millo = await millo();
  const { config } = ctx.state.millo;
  ctx.state.address = addressOf(ctx.req.headers, ctx.info, config.proxyHops);
  ctx.state.secure = isSecure(ctx);
  ctx.state.locales = offeredLocales({ pseudo: config.pseudoLocales });
  ctx.state.locale = localeFor(
    ctx.req.headers,
    ctx.state.secure,
    ctx.state.locales,
  );
  ctx.state.t = translator(ctx.state.locale);
  ctx.state.principal = VISITOR;
  ctx.state.unread = 0;
  ctx.state.gate = { state: "none" };
  ctx.state.since = null;
  ctx.state.device = null;
  ctx.state.gpc = false;
  ctx.state.optedOut = false;
  ctx.state.staffLapsed = false;
  return await ctx.next();
});
