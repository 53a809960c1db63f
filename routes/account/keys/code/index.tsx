import { page } from "fresh";
import { CodeShownPage } from "../../../../components/pages/account/CodeShownPage.tsx";
import { makeRecoveryCode } from "../../../../lib/accounts/mod.ts";
import {
  define,
  PROVE_FOR_KEYS,
  requireMember,
  seeOther,
} from "../../../../lib/http/mod.ts";

/** The recovery code: a new one takes the place of the old. */
export const handler = define.handlers({
  /** Nothing can be shown again: the code is in one answer and nowhere else. */
  GET(ctx) {
    requireMember(ctx);
    return seeOther("/account/keys");
  },
  async POST(ctx) {
    const member = requireMember(ctx);
    const { store, clock } = ctx.state.millo;
    const made = await makeRecoveryCode(store, member, clock.now());
    return made.ok ? page({ code: made.value }) : seeOther(PROVE_FOR_KEYS);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <CodeShownPage t={state.t} code={data.code} />
));
