import { removeKey } from "../../../../lib/accounts/mod.ts";
import {
  define,
  PROVE_FOR_KEYS,
  requireMember,
  seeOther,
} from "../../../../lib/http/mod.ts";

/** From now on no code opens the account. */
export const handler = define.handlers({
  async POST(ctx) {
    const member = requireMember(ctx);
    const { store, clock } = ctx.state.millo;
    const removed = await removeKey(store, member, "code", clock.now());
    return seeOther(removed ? "/account/keys" : PROVE_FOR_KEYS);
  },
});
