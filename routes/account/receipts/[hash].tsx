import { HttpError, page } from "fresh";
import {
  type Receipt,
  ReceiptPage,
} from "../../../components/pages/account/ReceiptPage.tsx";
import { define } from "../../../lib/http/mod.ts";
import type { DataMap } from "../../../lib/data_map/mod.ts";

/** Open to whoever knows the number: it names nobody, and nobody is left. */
export const handler = define.handlers({
  async GET(ctx) {
    const { dataMap } = ctx.state.millo;
    const { hash } = ctx.params;
    const erasure = /^[0-9a-f]{64}$/.test(hash) && await dataMap.receipt(hash);
    if (!erasure) throw new HttpError(404);
    return page({ receipt: receiptOf(dataMap, hash, erasure) });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReceiptPage t={state.t} receipt={data.receipt} />
));

type Erasure = NonNullable<Awaited<ReturnType<DataMap["receipt"]>>>;

function receiptOf(
  { collections }: DataMap,
  number: string,
  { step, startedAt, tallies }: Erasure,
): Receipt {
  const kinds = collections.flatMap(({ name, spec: { about } }) => {
    const erased = tallies[name]?.deleted ?? 0;
    return erased > 0 ? [{ about, erased }] : [];
  });
  const sum = (of: (tally: Erasure["tallies"][string]) => number) =>
    Object.values(tallies).reduce((total, tally) => total + of(tally), 0);
  return {
    number,
    done: step === "done",
    startedAt,
    kinds,
    erased: sum(({ deleted }) => deleted),
    unlinked: sum(({ unlinked }) => unlinked),
    kept: sum(({ kept, held }) => kept + held),
  };
}
