import { passkeyOptions } from "../../../lib/accounts/mod.ts";
import { forbidden, members, siteOf } from "../../../lib/http/mod.ts";

/** What a new passkey of this account is to be. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock } = ctx.state.millo;
    const site = siteOf(ctx);
    const options = await passkeyOptions(store, member, site, clock.now());
    if (!options.ok) throw forbidden("unproven");
    return Response.json(options.value);
  },
});
