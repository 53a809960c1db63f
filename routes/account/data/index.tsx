import { page } from "fresh";
import { DataPage } from "../../../components/pages/account/DataPage.tsx";
import { proofOf } from "../../../lib/accounts/mod.ts";
import { define, requireMember } from "../../../lib/http/mod.ts";
import { keptIn } from "../../../lib/privacy/mod.ts";
import type { DataMap } from "../../../lib/data_map/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const member = requireMember(ctx);
    const { store, clock, dataMap } = ctx.state.millo;
    const kept = await dataMap.export(member.accountId);
    const proof = await proofOf(store, member, clock.now());
    return page({
      kept,
      proof,
      reasons: reasonsIn(ctx.state.t, dataMap.policyTable()),
    });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <DataPage t={state.t} {...data} />
));

/** Why and how long, by what a kind of record is. */
function reasonsIn(t: Translate, rows: ReturnType<DataMap["policyTable"]>) {
  return Object.fromEntries(
    rows.map(({ what, why, keep }) => [what, { why, kept: keptIn(t, keep) }]),
  );
}
