import { page } from "fresh";
import { DataPage } from "../../../components/pages/account/DataPage.tsx";
import LocalTimes from "../../../islands/LocalTimes.tsx";
import { proofOf } from "../../../lib/accounts/mod.ts";
import { members } from "../../../lib/http/mod.ts";
import type { DataMap } from "../../../lib/data_map/mod.ts";

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member } = ctx.state;
    const { store, clock, dataMap } = ctx.state.millo;
    const kept = await dataMap.export(member.accountId);
    const proof = await proofOf(store, member, clock.now());
    return page({
      kept,
      proof,
      reasons: reasonsIn(dataMap.policyTable()),
    });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <>
    <DataPage t={state.t} {...data} />
    <LocalTimes locale={state.locale} />
  </>
));

/** How long each kind of record is kept, by collection. */
function reasonsIn(rows: ReturnType<DataMap["policyTable"]>) {
  return Object.fromEntries(
    rows.map(({ collection, ...reason }) => [collection, reason]),
  );
}
