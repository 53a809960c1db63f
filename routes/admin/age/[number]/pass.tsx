import { HttpError, page } from "fresh";
import { AgeFlagPage } from "../../../../components/admin/age/AgeFlagPage.tsx";
import {
  ageFlagData,
  authorise,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { escalate } from "../../../../lib/safety/mod.ts";

/** Passes a flag on to whoever is on call: no rule, no reason, no words. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/age/${ctx.params.number}`),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const { number } = ctx.params;
    const actor = authorise(ctx, "age.read");
    if (!actor.ok) throw new HttpError(404);
    const passed = await escalate(safety, actor.value, number);
    if (passed.ok) return seeOther(`/admin/age/${number}`);
    const data = await ageFlagData(ctx);
    if (!data || passed.refusal === "unknown") throw new HttpError(404);
    if (passed.refusal === "own") throw new HttpError(403);
    const errors = { decision: t(`admin.age.pass.${passed.refusal}`) };
    return page({ ...data, typed: null, errors }, { status: 409 });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AgeFlagPage t={state.t} locale={state.locale} {...data} />
));
