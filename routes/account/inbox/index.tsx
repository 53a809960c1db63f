import { page } from "fresh";
import { InboxPage } from "../../../components/pages/InboxPage.tsx";
import { members } from "../../../lib/http/mod.ts";
import { listNotices, noticePage, viewOf } from "../../../lib/notices/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { accountId } = ctx.state.principal;
    const number = noticePage.parse(ctx.url.searchParams.get("page"));
    const { store } = ctx.state.millo;
    const { notices, more } = await listNotices(store, accountId, number);
    const list = notices.map((notice) => viewOf(notice, ctx.state.t));
    return page({ list, more, page: number, open: null });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <InboxPage t={state.t} locale={state.locale} {...data} />
));
