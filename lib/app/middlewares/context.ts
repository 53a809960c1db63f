import { translator } from "../../i18n/mod.ts";
import { isSecure } from "../cookies.ts";
import { millo } from "../millo.ts";
import { define } from "../state.ts";

/** The running Millo, and the language of the answer. */
export const context = define.middleware(async (ctx) => {
  ctx.state.millo = await millo();
  ctx.state.locale = "en";
  ctx.state.t = translator(ctx.state.locale);
  ctx.state.secure = isSecure(ctx.url, ctx.state.millo.config);
  ctx.state.chatter = null;
  ctx.state.gate = { state: "none" };
  return await ctx.next();
});
