import { returnByPasskey } from "../../../lib/accounts/mod.ts";
import { passkeyForm } from "../../../lib/credentials/mod.ts";
import {
  define,
  forbidden,
  readJson,
  signInFactsOf,
  siteOf,
  withSession,
} from "../../../lib/http/mod.ts";
import { isBarred } from "../../../lib/standing/mod.ts";

/** The answer of a passkey: whose it is comes in. */
export const handler = define.handlers({
  async POST(ctx) {
    const { store, clock, digests } = ctx.state.millo;
    const answer = await readJson(ctx, passkeyForm) as Parameters<
      typeof returnByPasskey
    >[2];
    const site = siteOf(ctx);
    const back = await returnByPasskey(
      store,
      site,
      answer,
      signInFactsOf(ctx),
    );
    if (!back.ok) {
      // The account of somebody banned may be gone: then they hear why.
      const digest = await digests.of("passkey", answer.id);
      const barred = await isBarred(store, digest, clock.now());
      throw forbidden(barred ? "barred" : "passkey");
    }
    const headers = withSession(ctx, back.value);
    return new Response(null, { status: 204, headers });
  },
});
