import { countUnread } from "../../notices/mod.ts";
import { memberIn } from "../principal.ts";
import { define } from "../state.ts";

/** How many messages wait, for the bar of every page of a member. */
export const unread = define.middleware(async (ctx) => {
  const { millo } = ctx.state;
  const member = memberIn(ctx.state);
  if (member && ctx.url.pathname !== "/talk/live") {
    ctx.state.unread = await countUnread(millo.store, member.accountId);
  }
  return await ctx.next();
});
