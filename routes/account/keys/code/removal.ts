import { removeKey } from "../../../../lib/accounts/mod.ts";
import { members, PROVE_FOR_KEYS, seeOther } from "../../../../lib/http/mod.ts";

/** From now on no code opens the account. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock } = ctx.state.millo;
    const removed = await removeKey(store, member, "code", clock.now());
    return seeOther(removed ? "/account/keys" : PROVE_FOR_KEYS);
  },
});
