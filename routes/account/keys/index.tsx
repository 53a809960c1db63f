import { page } from "fresh";
import { KeysPage } from "../../../components/pages/account/KeysPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import { findKeys, hasKeys, isProven } from "../../../lib/accounts/mod.ts";
import { members } from "../../../lib/http/mod.ts";
import { messagesFor } from "../../../lib/i18n/mod.ts";

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
      to="/account/keys"
      locale={state.locale}
      messages={messagesFor("account.keys", state.locale)}
    />
  </KeysPage>
));
