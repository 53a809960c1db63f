import { HttpError, page } from "fresh";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import { decide } from "../../../../lib/app/mod.ts";
import {
  authorise,
  caseData,
  readForm,
  renewClaim,
  seeOther,
  type StaffCtx,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import type { Translate } from "../../../../lib/i18n/mod.ts";
import { wordingOf } from "../../../../lib/notices/mod.ts";
import {
  decisionForm,
  type DecisionValue,
  faultInRuling,
  LADDER,
  type RulingRefusal,
  stepIn,
} from "../../../../lib/safety/mod.ts";

/** The decision about a case: previewed, or sent. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/cases/${ctx.params.number}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const { number } = ctx.params;
    const read = await readForm(ctx, decisionForm, { lists: ["reports"] });
    if (!read.ok) return await again(ctx, 422, EMPTY, read.errors);
    const given = read.value;
    const ruling = {
      ...{ number, bulk: null },
      reports: given.reports,
      measures: given.step === null ? [] : [given.step],
      rule: given.rule,
      facts: given.facts,
      reason: given.reason || null,
    };
    if (given.preview) {
      const fault = faultInRuling(ruling);
      if (fault) return await again(ctx, 422, given, faultOf(t, fault));
      const claim = authorise(ctx, "case.claim");
      if (claim.ok) await renewClaim(ctx, claim.value);
      return await again(ctx, 200, given, {}, previewOf(ctx, given));
    }
    const actor = authorise(ctx, "case.decide");
    if (!actor.ok) throw new HttpError(403);
    const ban = given.step === "ban" ? authorise(ctx, "case.ban") : null;
    if (ban?.ok === false) {
      return await again(ctx, 422, given, { proof: t("admin.proof.below") });
    }
    const done = await decide(millo, actor.value, ruling, ban?.value ?? null);
    if (done.ok) return seeOther(`/admin/cases?decided=${number}`);
    if (done.refusal === "unknown") throw new HttpError(404);
    if (done.refusal === "own") throw new HttpError(403);
    return await again(
      ctx,
      LOST.includes(done.refusal) ? 409 : 422,
      given,
      faultOf(t, done.refusal),
    );
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasePage t={state.t} locale={state.locale} {...data} />
));

const EMPTY: DecisionValue = {
  reports: [],
  step: null,
  rule: null,
  facts: "",
  reason: "",
  preview: false,
};

/** The case is not as the form had it any more. */
const LOST: readonly RulingRefusal[] = [
  "lapsed",
  "stale",
  "merged",
  "nothing_open",
];

/** The page once more: what was typed is kept, whatever happened. */
async function again(
  ctx: StaffCtx,
  status: number,
  { step, rule, facts, reason }: DecisionValue,
  errors: Record<string, string>,
  preview: { person: string[]; reporter: string[] } | null = null,
) {
  const data = await caseData(ctx);
  if (!data) throw new HttpError(404);
  const typed = { step, rule, facts, reason };
  return page({ ...data, typed, errors, preview }, { status });
}

/** Which field a refusal is about. */
function faultOf(t: Translate, refusal: RulingRefusal): Record<string, string> {
  const field = refusal === "rule"
    ? "rule"
    : refusal === "facts" || refusal === "placeholder"
    ? "facts"
    : refusal === "measures"
    ? "step"
    : "decision";
  return { [field]: t(`admin.case.error.${refusal}`) };
}

/** Exactly what both sides would read. */
function previewOf(
  ctx: StaffCtx,
  { step, facts }: DecisionValue,
): { person: string[]; reporter: string[] } {
  const { t, millo: { clock } } = ctx.state;
  const rung = step === null ? null : stepIn([step]);
  const isTold = rung !== null && rung !== "dismiss";
  const lasts = rung === null ? null : LADDER[rung].lasts;
  const person = isTold
    ? wordingOf(t, "decisionMade", {
      step: rung,
      until: lasts === null ? 0 : clock.now() + lasts,
      decision: "",
    })
    : null;
  const acted = isTold ? 1 : 0;
  const reporter = wordingOf(t, "reportDecided", { report: "", acted });
  return {
    person: person
      ? [person.title, person.lead, ...person.text, facts]
      : [t("admin.case.personNothing")],
    reporter: [reporter.title, reporter.lead, ...reporter.text],
  };
}
