import { HttpError, page } from "fresh";
import { z } from "zod";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import { HOUR } from "../../../../lib/kernel/mod.ts";
import {
  authorise,
  caseData,
  lastQueue,
  readTyped,
  seeOther,
  type StaffCtx,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { askSecond, escalate, putOff } from "../../../../lib/safety/mod.ts";

const passForm = z.object({ way: z.enum(["later", "second", "escalate"]) });

/** Puts a case off for an hour, or passes it on: with neither rule nor reason. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/cases/${ctx.params.number}`),
  async POST(ctx) {
    const { values, typed } = await readTyped(ctx);
    const way = passForm.safeParse(values).data?.way;
    const actor = authorise(ctx, "case.claim");
    if (!way || !actor.ok) throw new HttpError(422);
    const passed = await pass(ctx, actor.value, way);
    if (passed.ok) return seeOther(lastQueue(ctx));
    if (passed.refusal === "unknown") throw new HttpError(404);
    if (passed.refusal === "own") throw new HttpError(403);
    const data = await caseData(ctx);
    if (!data) throw new HttpError(404);
    const errors = {
      decision: ctx.state.t(`admin.case.pass.${passed.refusal}`),
    };
    return page({ ...data, typed, errors, preview: null }, { status: 409 });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasePage t={state.t} locale={state.locale} {...data} />
));

function pass(
  { state: { millo: { safety, clock } }, params: { number } }: StaffCtx,
  actor: Parameters<typeof putOff>[1],
  way: z.output<typeof passForm>["way"],
) {
  switch (way) {
    case "later":
      return putOff(safety, actor, number, clock.now() + HOUR);
    case "second":
      return askSecond(safety, actor, number);
    case "escalate":
      return escalate(safety, actor, number);
  }
}
