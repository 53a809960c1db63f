import { HttpError, page } from "fresh";
import { z } from "zod";
import { NumberedErasurePage } from "../../components/pages/reference/NumberedErasurePage.tsx";
import { eraseAccount } from "../../lib/app/mod.ts";
import {
  define,
  readNumbered,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";

const erasureForm = z.object({
  step: z.literal("sure").optional(),
  sure: z.literal("1").optional(),
});

/** Erases the account of a number's holder, once they have said so twice. */
export const handler = define.handlers({
  GET: () => seeOther("/reference"),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const read = await readNumbered(ctx, erasureForm);
    if (!read.ok) return seeOther("/reference");
    const { numbered: { holder }, allows, value } = read;
    if (holder === null || allows !== "open") throw new HttpError(409);
    if (value.step && value.sure) {
      const { subjectHash } = await eraseAccount(millo, holder);
      return seeOther(`/account/receipts/${subjectHash}`);
    }
    const plan = await millo.dataMap.planForPerson(holder);
    const shown = {
      number: read.data.values.number,
      plan,
      errors: {} as Record<string, string>,
    };
    if (!value.step) return page(shown);
    const errors = { sure: t("account.error.sure") };
    return unprocessable(ctx, { ...shown, errors });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <NumberedErasurePage t={state.t} locale={state.locale} {...data} />
));
