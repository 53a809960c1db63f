import { removeKey } from "../../../../../lib/accounts/mod.ts";
import {
  define,
  PROVE_FOR_KEYS,
  requireMember,
  seeOther,
} from "../../../../../lib/http/mod.ts";

/** From now on this passkey opens nothing. */
export const handler = define.handlers({
  async POST(ctx) {
    const member = requireMember(ctx);
    const { store, clock } = ctx.state.millo;
    const passkey = { passkey: ctx.params.id };
    const removed = await removeKey(store, member, passkey, clock.now());
    return seeOther(removed ? "/account/keys" : PROVE_FOR_KEYS);
  },
});
