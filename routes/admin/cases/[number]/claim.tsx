import { HttpError, page } from "fresh";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import {
  authorise,
  caseData,
  readTyped,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { claimCase } from "../../../../lib/safety/mod.ts";

/** Takes a case, unless somebody else has it: then it says who. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/cases/${ctx.params.number}`),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const { number } = ctx.params;
    const actor = authorise(ctx, "case.claim");
    if (!actor.ok) throw new HttpError(403);
    // Whoever lost the case while they wrote takes it with their words.
    const { typed } = await readTyped(ctx);
    const claimed = await claimCase(safety, actor.value, number);
    if (claimed.ok && !typed) return seeOther(`/admin/cases/${number}`);
    const data = await caseData(ctx);
    if (!data) throw new HttpError(404);
    if (claimed.ok) return page({ ...data, typed, errors: {}, preview: null });
    const { reason } = claimed.refusal;
    if (reason === "unknown") throw new HttpError(404);
    const errors = { decision: t(`admin.case.error.${reason}`) };
    const status = reason === "own" ? 403 : 409;
    return page({ ...data, typed, errors, preview: null }, { status });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasePage t={state.t} locale={state.locale} {...data} />
));
