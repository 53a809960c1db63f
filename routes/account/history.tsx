import { page } from "fresh";
import { HistoryPage } from "../../components/pages/account/HistoryPage.tsx";
import { define, requireChatter } from "../../lib/app/mod.ts";
import { historyOf } from "../../lib/usage/mod.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { account } = requireChatter(ctx);
    const history = await historyOf(ctx.state.millo.store, account);
    return page({ history });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <HistoryPage t={state.t} locale={state.locale} history={data.history} />
));
