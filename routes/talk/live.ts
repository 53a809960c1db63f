import { HttpError } from "fresh";
import {
  accept,
  isOwnOrigin,
  members,
  requireCaller,
} from "../../lib/http/mod.ts";

/** Seconds without an answer after which a connection is cut. */
const SILENCE = 8;

/** The socket of the live page: a session and a page of ours, or nothing. */
export const handler = members.handlers({
  async GET(ctx) {
    if (!isOwnOrigin(ctx)) throw new HttpError(403);
    const caller = await requireCaller(ctx);
    const { socket, response } = ctx.upgrade({ idleTimeout: SILENCE });
    accept(ctx.state.millo, socket, caller);
    return response;
  },
});
