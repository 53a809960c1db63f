import { HttpError, page } from "fresh";
import { AgeFlagPage } from "../../../../components/admin/age/AgeFlagPage.tsx";
import {
  ageFlagData,
  authorise,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { claimCase } from "../../../../lib/safety/mod.ts";

/** Takes an age flag, unless somebody else has it: then it says who. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/age/${ctx.params.number}`),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const data = await ageFlagData(ctx);
    const actor = authorise(ctx, "age.read");
    if (!data || !actor.ok) throw new HttpError(404);
    const { number } = data.view.value;
    const claimed = await claimCase(safety, actor.value, number);
    if (claimed.ok) return seeOther(`/admin/age/${number}`);
    const { reason } = claimed.refusal;
    if (reason === "unknown") throw new HttpError(404);
    const errors = { decision: t(`admin.case.error.${reason}`) };
    const status = reason === "own" ? 403 : 409;
    return page({ ...data, typed: null, errors }, { status });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AgeFlagPage t={state.t} locale={state.locale} {...data} />
));
