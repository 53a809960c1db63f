import {
  accept,
  askAdmission,
  forbidden,
  isOwnOrigin,
  members,
} from "../../lib/http/mod.ts";

/** Seconds without an answer after which a connection is cut. */
const SILENCE = 8;

/** The socket of the live page: a session and a page of ours, or nothing. */
export const handler = members.handlers({
  async GET(ctx) {
    if (!isOwnOrigin(ctx)) throw forbidden("origin");
    // A page that is open when a text changes is led to it by its next search.
    await askAdmission(ctx);
    const { socket, response } = ctx.upgrade({ idleTimeout: SILENCE });
    accept(ctx.state.millo, socket, ctx.state.principal);
    return response;
  },
});
