import { HttpError, page } from "fresh";
import { ReceiptPage } from "../../../components/pages/account/ReceiptPage.tsx";
import LocalTimes from "../../../islands/LocalTimes.tsx";
import { define } from "../../../lib/http/mod.ts";
import { receiptView } from "../../../lib/privacy/mod.ts";

/** Open to whoever knows the number: it names nobody, and nobody is left. */
export const handler = define.handlers({
  async GET(ctx) {
    const { dataMap } = ctx.state.millo;
    const { hash } = ctx.params;
    const erasure = /^[0-9a-f]{64}$/.test(hash) &&
      await dataMap.receiptForPerson(hash);
    if (!erasure) throw new HttpError(404);
    return page({ receipt: receiptView(dataMap.collections, hash, erasure) });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <ReceiptPage t={state.t} receipt={data.receipt} />
    <LocalTimes locale={state.locale} />
  </>
));
