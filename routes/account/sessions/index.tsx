import { page } from "fresh";
import { SessionsPage } from "../../../components/pages/account/SessionsPage.tsx";
import { findKeys, listSessions } from "../../../lib/accounts/mod.ts";
import { members } from "../../../lib/http/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member } = ctx.state;
    const { store } = ctx.state.millo;
    const sessions = await listSessions(store, member);
    const keys = await findKeys(store, member.accountId);
    return page({ sessions, keys });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <SessionsPage t={state.t} locale={state.locale} {...data} />
));
