import { HttpError } from "fresh";
import { members, seeOther, wantsJson } from "../../../../lib/http/mod.ts";
import { withdrawReport } from "../../../../lib/safety/mod.ts";

/** A mistaken tap, taken back within its ten seconds. */
export const handler = members.handlers({
  async POST(ctx) {
    const { millo: { safety }, principal: { accountId } } = ctx.state;
    const { id } = ctx.params;
    const done = await withdrawReport(safety, accountId, id);
    if (done.ok) {
      return wantsJson(ctx.req)
        ? new Response(null, { status: 204 })
        : seeOther("/account/history");
    }
    if (done.refusal === "unknown") throw new HttpError(404);
    throw new HttpError(409);
  },
});
