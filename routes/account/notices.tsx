import { page } from "fresh";
import {
  TopicsPage,
  type TopicView,
} from "../../components/pages/inbox/TopicsPage.tsx";
import {
  define,
  readForm,
  requireChatter,
  seeOther,
} from "../../lib/app/mod.ts";
import { choose } from "../../lib/consent/mod.ts";
import {
  keepWishes,
  OPTIONAL_TOPICS,
  TOPICS,
  wishesForm,
  wishesOf,
} from "../../lib/notices/mod.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { account } = requireChatter(ctx);
    const wishes = await wishesOf(ctx.state.millo.store, account);
    const topics = OPTIONAL_TOPICS.map((name): TopicView => ({
      name,
      basis: TOPICS[name].basis,
      wanted: wishes[name],
    }));
    return page({ topics, saved: ctx.url.searchParams.has("saved") });
  },
  async POST(ctx) {
    const { account } = requireChatter(ctx);
    const { millo: { store, clock }, locale } = ctx.state;
    const read = await readForm(ctx, wishesForm);
    if (!read.ok) return seeOther("/account/notices");
    // News rest on consent, so that their switch is a line in its ledger.
    const { news = false, ...wishes } = read.value;
    const now = clock.now();
    await keepWishes(store, account, wishes, now);
    const said = { account, locale, surface: "/account/notices", now };
    await choose(store, said, "mail", news);
    return seeOther("/account/notices?saved");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <TopicsPage t={state.t} {...data} />
));
