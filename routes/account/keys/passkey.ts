import { HttpError } from "fresh";
import { addPasskey } from "../../../lib/accounts/mod.ts";
import { newPasskeyForm } from "../../../lib/credentials/mod.ts";
import { members, readJson, siteOf } from "../../../lib/http/mod.ts";

/** A new passkey of this account, as the browser made it. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock } = ctx.state.millo;
    const answer = await readJson(ctx, newPasskeyForm) as Parameters<
      typeof addPasskey
    >[3];
    const site = siteOf(ctx);
    const added = await addPasskey(store, member, site, answer, clock.now());
    if (!added.ok) throw new HttpError(added.refusal === "many" ? 409 : 403);
    return new Response(null, { status: 201 });
  },
});
