import { page } from "fresh";
import { HistoryPage } from "../../../components/pages/account/HistoryPage.tsx";
import LocalTimes from "../../../islands/LocalTimes.tsx";
import { callHistoryOf } from "../../../lib/app/mod.ts";
import { members } from "../../../lib/http/mod.ts";

/** Calls, with what can be done about them, visits, and whom one blocked. */
export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member, millo } = ctx.state;
    return page({ history: await callHistoryOf(millo, member) });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <>
    <HistoryPage t={state.t} locale={state.locale} history={data.history} />
    <LocalTimes locale={state.locale} />
  </>
));
