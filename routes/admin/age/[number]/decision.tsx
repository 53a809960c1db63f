import { HttpError, page } from "fresh";
import { AgeFlagPage } from "../../../../components/admin/age/AgeFlagPage.tsx";
import { decideOnAge } from "../../../../lib/app/mod.ts";
import {
  ageFlagData,
  authorise,
  readForm,
  seeOther,
  type StaffCtx,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import {
  ageForm,
  type AgeValue,
  askAgeCheck,
} from "../../../../lib/safety/mod.ts";
import type { Actor } from "../../../../lib/staff/mod.ts";

/** The decision about an age flag. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/age/${ctx.params.number}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const { number } = ctx.params;
    const read = await readForm(ctx, ageForm, { lists: ["reports"] });
    if (!read.ok) return await again(ctx, 422, null, read.errors);
    const given = read.value;
    const actor = authorise(ctx, "age.decide");
    if (!actor.ok) {
      return await again(ctx, 422, given, { proof: t("admin.proof.below") });
    }
    if (given.outcome === "check") {
      return await ask(ctx, given, actor.value);
    }
    const done = await decideOnAge(millo, actor.value, {
      ...{ number, reports: given.reports, facts: given.facts },
      isUnder18: given.outcome === "under_18",
    });
    if (done.ok) return seeOther("/admin/age");
    if (done.refusal === "unknown") throw new HttpError(404);
    if (done.refusal === "own") throw new HttpError(403);
    const field = done.refusal === "facts" ? "facts" : "decision";
    const errors = { [field]: t(`admin.case.error.${done.refusal}`) };
    return await again(ctx, field === "facts" ? 422 : 409, given, errors);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AgeFlagPage t={state.t} locale={state.locale} {...data} />
));

/** Asks for an age check, which needs no words. */
async function ask(
  ctx: StaffCtx,
  given: AgeValue,
  actor: Actor<"age.decide">,
): Promise<Response | Awaited<ReturnType<typeof again>>> {
  const { millo: { safety, ageProvider }, t } = ctx.state;
  const { number } = ctx.params;
  if (ageProvider === null) {
    const errors = { outcome: t("admin.age.noProvider") };
    return await again(ctx, 422, given, errors);
  }
  const { reports } = given;
  const asked = await askAgeCheck(safety, actor, { number, reports });
  if (asked.ok) return seeOther("/admin/age");
  if (asked.refusal === "unknown") throw new HttpError(404);
  if (asked.refusal === "own") throw new HttpError(403);
  const errors = { decision: t(`admin.case.error.${asked.refusal}`) };
  return await again(ctx, 409, given, errors);
}

async function again(
  ctx: StaffCtx,
  status: number,
  typed: AgeValue | null,
  errors: Record<string, string>,
) {
  const data = await ageFlagData(ctx);
  if (!data) throw new HttpError(404);
  return page({ ...data, typed, errors }, { status });
}
