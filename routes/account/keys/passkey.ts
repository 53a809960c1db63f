import { addPasskey } from "../../../lib/accounts/mod.ts";
import { newPasskeyForm } from "../../../lib/credentials/mod.ts";
import {
  forbidden,
  members,
  readJson,
  Refusal,
  siteOf,
} from "../../../lib/http/mod.ts";

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
    if (!added.ok) throw refusalOf(added.refusal);
    return new Response(null, { status: 201 });
  },
});

function refusalOf(refusal: "unproven" | "unknown" | "many"): Refusal {
  switch (refusal) {
    case "many":
      return new Refusal(409, { reason: "manyPasskeys" });
    case "unproven":
      return forbidden("unproven");
    case "unknown":
      return forbidden("passkey");
  }
}
