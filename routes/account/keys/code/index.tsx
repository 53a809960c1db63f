import { page } from "fresh";
import { CodeShownPage } from "../../../../components/pages/account/CodeShownPage.tsx";
import CodeActions from "../../../../islands/CodeActions.tsx";
import { makeRecoveryCode } from "../../../../lib/accounts/mod.ts";
import { members, PROVE_FOR_KEYS, seeOther } from "../../../../lib/http/mod.ts";
import { messagesFor } from "../../../../lib/i18n/mod.ts";

/** The recovery code: a new one takes the place of the old. */
export const handler = members.handlers({
  /** Nothing can be shown again: the code is in one answer and nowhere else. */
  GET: () => seeOther("/account/keys"),
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock } = ctx.state.millo;
    const made = await makeRecoveryCode(store, member, clock.now());
    return made.ok ? page({ code: made.value }) : seeOther(PROVE_FOR_KEYS);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <CodeShownPage t={state.t} code={data.code}>
    <CodeActions
      code={data.code}
      locale={state.locale}
      messages={messagesFor("account.keys.shown", state.locale)}
    />
  </CodeShownPage>
));
