import { page } from "fresh";
import { z } from "zod";
import { ErasurePage } from "../../../components/pages/account/ErasurePage.tsx";
import { eraseAccount } from "../../../lib/app/mod.ts";
import {
  type Ctx,
  define,
  dropMark,
  forbidden,
  type FormErrors,
  memberIn,
  readForm,
  requireMember,
  seeOther,
  sessionTokenOf,
  unprocessable,
  withoutSession,
} from "../../../lib/http/mod.ts";
import { sha256 } from "../../../lib/kernel/mod.ts";
import { subjectHashOf } from "../../../lib/store/mod.ts";

const erasureForm = z.object({
  sure: z.literal("1", "account.error.sure"),
  receipt: z.string().max(200).optional(),
});

export const handler = define.handlers({
  async GET(ctx) {
    return page(await planned(ctx, {}));
  },
  async POST(ctx) {
    const read = await readForm(ctx, erasureForm);
    const before = await earlier(ctx, read.values.receipt);
    if (before) return before;
    const { accountId } = requireMember(ctx);
    if (!read.ok) return unprocessable(ctx, await planned(ctx, read.errors));
    const { subjectHash } = await eraseAccount(ctx.state.millo, accountId);
    const headers = withoutSession(ctx);
    await dropMark(ctx, headers);
    return seeOther(`/account/receipts/${subjectHash}`, headers);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ErasurePage t={state.t} locale={state.locale} {...data} />
));

async function planned(ctx: Ctx, errors: FormErrors) {
  const { accountId } = requireMember(ctx);
  const { dataMap } = ctx.state.millo;
  const plan = await dataMap.planForPerson(accountId);
  return { plan, receipt: boundReceipt(ctx, subjectHashOf(accountId)), errors };
}

/**
 * The button was pressed twice: the first press has done it, and its answer,
 * which ends the session, did not arrive.
 */
async function earlier(
  ctx: Ctx,
  receipt = "",
): Promise<Response | null> {
  if (memberIn(ctx.state)) return null;
  const [subjectHash] = receipt.split(".");
  const isTheirs = receipt === boundReceipt(ctx, subjectHash);
  if (!isTheirs || !await ctx.state.millo.dataMap.receipt(subjectHash)) {
    throw forbidden("signedOut");
  }
  return seeOther(`/account/receipts/${subjectHash}`);
}

/** The receipt of this session's person: no other browser can make it up. */
function boundReceipt(ctx: Ctx, subjectHash: string): string | null {
  const token = sessionTokenOf(ctx);
  return token && `${subjectHash}.${sha256(`${token} ${subjectHash}`)}`;
}
