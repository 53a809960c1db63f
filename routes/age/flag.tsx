import { HttpError, page } from "fresh";
import { FlagPage } from "../../components/pages/standing/FlagPage.tsx";
import {
  type Ctx,
  define,
  flagData,
  goOnWithCheck,
  seeOther,
  setCookie,
} from "../../lib/http/mod.ts";
import { newSecret, sha256 } from "../../lib/kernel/mod.ts";
import { objectByCheck, spendYes } from "../../lib/safety/mod.ts";

const PATH = "/age/flag";

/**
 * The statement of reasons of somebody who was erased for their age, in the
 * browser that they used, and the age check by which they object.
 */
export const handler = define.handlers({
  GET: async (ctx) => page(await shown(ctx)),
  async POST(ctx) {
    const { statement, check } = await shown(ctx);
    if (statement.state !== "in_force") return await enter(ctx, statement.id);
    const { safety } = ctx.state.millo;
    const isAwaited = check?.state === "awaited";
    const request = isAwaited
      ? check
      : await objectByCheck(safety, statement.id);
    if (request === null || request.state !== "awaited") return seeOther(PATH);
    if (await goOnWithCheck(ctx, request, PATH)) return seeOther(PATH);
    return page(await shown(ctx, true), { status: 503 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <FlagPage t={state.t} locale={state.locale} {...data} />
));

async function shown(ctx: Ctx, isAway = false) {
  const data = await flagData(ctx, isAway);
  if (!data) throw new HttpError(404);
  return data;
}

/** The yes of the check opens the gate, too. */
async function enter(ctx: Ctx, decision: string): Promise<Response> {
  const { millo: { safety }, secure } = ctx.state;
  const token = newSecret();
  const headers = new Headers();
  if (!await spendYes(safety, decision, sha256(token))) return seeOther("/age");
  setCookie(headers, "gate", token, secure);
  return seeOther("/consent", headers);
}
