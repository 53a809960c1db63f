import { HttpError, page } from "fresh";
import { FlagPage } from "../../components/pages/standing/FlagPage.tsx";
import {
  type Ctx,
  define,
  enterByYes,
  flagData,
  objectToFlag,
  seeOther,
} from "../../lib/http/mod.ts";

const PATH = "/age/flag";

/**
 * The statement of reasons of somebody who was erased for their age, in the
 * browser that they used, and the age check by which they object.
 */
export const handler = define.handlers({
  GET: async (ctx) => page(await shown(ctx)),
  async POST(ctx) {
    const data = await shown(ctx);
    const { id, state } = data.statement;
    if (state !== "in_force") return await enterByYes(ctx, id);
    if (await objectToFlag(ctx, data, PATH)) return seeOther(PATH);
    return page(await shown(ctx, true), { status: 503 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <FlagPage t={state.t} locale={state.locale} action={PATH} {...data} />
));

async function shown(ctx: Ctx, isAway = false) {
  const data = await flagData(ctx, isAway);
  if (!data) throw new HttpError(404);
  return data;
}
