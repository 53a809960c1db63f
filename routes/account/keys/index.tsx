import { page } from "fresh";
import { KeysPage } from "../../../components/pages/account/KeysPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import { findKeys, hasKeys, isProven } from "../../../lib/accounts/mod.ts";
import { members } from "../../../lib/http/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock } = ctx.state.millo;
    const keys = await findKeys(store, member.accountId);
    const open = !hasKeys(keys) || isProven(member, clock.now());
    return page({ keys, open });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <KeysPage t={state.t} locale={state.locale} {...data}>
    <Passkey
      way="add"
      challenge="/account/keys/challenge"
      to="/account/keys"
      words={{
        act: state.t("account.keys.add"),
        waiting: state.t("account.keys.adding"),
        failed: state.t("account.keys.failed"),
      }}
    />
  </KeysPage>
));
