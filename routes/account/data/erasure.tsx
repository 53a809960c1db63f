import { HttpError, page } from "fresh";
import { z } from "zod";
import { ErasurePage } from "../../../components/pages/account/ErasurePage.tsx";
import {
  again,
  clearCookie,
  type Ctx,
  define,
  type FormErrors,
  readForm,
  requireChatter,
  seeOther,
} from "../../../lib/app/mod.ts";
import { markOf } from "../../../lib/store/mod.ts";

const erasureForm = z.object({
  sure: z.literal("1", "account.error.sure"),
  receipt: z.string().max(64).optional(),
});

export const handler = define.handlers({
  async GET(ctx) {
    return page(await planned(ctx, {}));
  },
  async POST(ctx) {
    const read = await readForm(ctx, erasureForm);
    const before = await earlier(ctx, read.values.receipt);
    if (before) return before;
    const { account } = requireChatter(ctx);
    if (!read.ok) return again(ctx, await planned(ctx, read.errors));
    const { dataMap, floor } = ctx.state.millo;
    await floor.evict(account);
    const { mark } = await dataMap.erase(account);
    // A socket may have come in before the tombstone stood.
    await floor.evict(account);
    const headers = new Headers();
    clearCookie(headers, "session", ctx.state.secure);
    return seeOther(`/account/receipts/${mark}`, headers);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ErasurePage t={state.t} locale={state.locale} {...data} />
));

async function planned(ctx: Ctx, errors: FormErrors) {
  const { account } = requireChatter(ctx);
  const { dataMap } = ctx.state.millo;
  const abouts = Object.fromEntries(
    dataMap.collections.map(({ name, spec }) => [name, spec.about]),
  );
  const plan = await dataMap.plan(account);
  return { plan, abouts, receipt: markOf(account), errors };
}

/** The button was pressed twice: the first press has done it. */
async function earlier(
  ctx: Ctx,
  mark: string | undefined,
): Promise<Response | null> {
  if (ctx.state.chatter) return null;
  const receipt = mark && await ctx.state.millo.dataMap.receipt(mark);
  if (!receipt) throw new HttpError(403);
  return seeOther(`/account/receipts/${mark}`);
}
