import { countUnread } from "../../notices/mod.ts";
import { define } from "../state.ts";

/** How many messages wait, for the bar of every page of a chatter. */
export const unread = define.middleware(async (ctx) => {
  const { chatter, millo } = ctx.state;
  if (chatter && ctx.url.pathname !== "/talk/live") {
    ctx.state.unread = await countUnread(millo.store, chatter.account);
  }
  return await ctx.next();
});
