import { HttpError, page } from "fresh";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import {
  authorise,
  caseData,
  renewClaim,
  staffRoutes,
} from "../../../../lib/http/mod.ts";

/** A case. Whoever has it goes on having it by looking at it. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const before = await caseData(ctx);
    if (!before) throw new HttpError(404);
    const isMine = before.view.claim?.staff === before.me;
    const actor = isMine ? authorise(ctx, "case.claim") : null;
    if (actor?.ok) await renewClaim(ctx, actor.value, before);
    return page({ ...before, typed: null, errors: {}, preview: null });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasePage t={state.t} locale={state.locale} {...data} />
));
