import { HttpError, page } from "fresh";
import { InboxPage } from "../../../components/pages/InboxPage.tsx";
import { members } from "../../../lib/http/mod.ts";
import {
  countUnread,
  listNotices,
  openNotice,
  viewOf,
} from "../../../lib/notices/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { accountId } = ctx.state.principal;
    const { store } = ctx.state.millo;
    const opened = await openNotice(store, accountId, ctx.params.id);
    if (!opened) throw new HttpError(404);
    ctx.state.unread = await countUnread(store, accountId);
    const { notices, more } = await listNotices(store, accountId, 1);
    const list = notices.map((notice) => viewOf(notice, ctx.state.t));
    return page({ list, more, page: 1, open: viewOf(opened, ctx.state.t) });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <InboxPage t={state.t} locale={state.locale} {...data} />
));
