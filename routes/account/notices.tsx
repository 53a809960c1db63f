import { page } from "fresh";
import {
  TopicsPage,
  type TopicView,
} from "../../components/pages/inbox/TopicsPage.tsx";
import { members, readForm, seeOther } from "../../lib/http/mod.ts";
import { addressOf } from "../../lib/accounts/mod.ts";
import { saveTopics } from "../../lib/consent/mod.ts";
import {
  OPTIONAL_TOPICS,
  TOPICS,
  wishesForm,
  wishesOf,
} from "../../lib/notices/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: { accountId }, millo: { store } } = ctx.state;
    const wishes = await wishesOf(store, accountId);
    const address = await addressOf(store, accountId);
    const topics = OPTIONAL_TOPICS.map((name): TopicView => ({
      name,
      basis: TOPICS[name].basis,
      wanted: wishes[name],
    }));
    const saved = ctx.url.searchParams.has("saved");
    return page({ topics, address, saved });
  },
  async POST(ctx) {
    const { accountId } = ctx.state.principal;
    const { millo: { store, clock }, locale } = ctx.state;
    const read = await readForm(ctx, wishesForm);
    if (!read.ok) return seeOther("/account/notices");
    const now = clock.now();
    const said = { accountId, locale, surface: "/account/notices", now };
    await saveTopics(store, said, read.value);
    return seeOther("/account/notices?saved");
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <TopicsPage t={state.t} {...data} />
));
