import { page } from "fresh";
import { HistoryPage } from "../../components/pages/account/HistoryPage.tsx";
import LocalTimes from "../../islands/LocalTimes.tsx";
import { define, requireMember } from "../../lib/http/mod.ts";
import { historyOf } from "../../lib/usage/mod.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { accountId } = requireMember(ctx);
    const history = await historyOf(ctx.state.millo.store, accountId);
    return page({ history });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <HistoryPage t={state.t} locale={state.locale} history={data.history} />
    <LocalTimes locale={state.locale} />
  </>
));
