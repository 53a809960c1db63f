import { page } from "fresh";
import { HistoryPage } from "../../components/pages/account/HistoryPage.tsx";
import LocalTimes from "../../islands/LocalTimes.tsx";
import { members } from "../../lib/http/mod.ts";
import { historyOf } from "../../lib/usage/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member, millo } = ctx.state;
    const history = await historyOf(millo.store, member);
    return page({ history });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <>
    <HistoryPage t={state.t} locale={state.locale} history={data.history} />
    <LocalTimes locale={state.locale} />
  </>
));
