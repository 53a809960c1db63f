import { HttpError, page } from "fresh";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import { decide } from "../../../../lib/app/mod.ts";
import {
  authorise,
  caseData,
  fillingsFor,
  inWords,
  lastQueue,
  readForm,
  renewClaim,
  seeOther,
  type StaffCtx,
  staffRoutes,
  typedDecision,
} from "../../../../lib/http/mod.ts";
import type { Translate } from "../../../../lib/i18n/mod.ts";
import {
  decisionForm,
  type DecisionValue,
  faultInRuling,
  fillIn,
  findReply,
  previewDecision,
  type Ruling,
  type RulingRefusal,
} from "../../../../lib/safety/mod.ts";

const LISTS = ["reports", "also", "abusive"] as const;

/** The decision about a case: previewed, or sent. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/cases/${ctx.params.number}`),
  async POST(ctx) {
    const { millo, t, principal: staff } = ctx.state;
    const { number } = ctx.params;
    const read = await readForm(ctx, decisionForm, { lists: LISTS });
    if (!read.ok) {
      return await again(ctx, 422, typedDecision(read), read.errors);
    }
    const given = read.value;
    if (given.use) {
      return await again(ctx, 200, await withReply(ctx, given), {});
    }
    const ruling = rulingIn(ctx, given);
    const fault = faultInRuling(ruling);
    if (given.preview) {
      if (fault) return await again(ctx, 422, given, faultOf(t, fault));
      const claim = authorise(ctx, "case.claim");
      if (claim.ok) await renewClaim(ctx, claim.value);
      const preview = await previewDecision(millo.safety, staff, ruling);
      if (!preview) throw new HttpError(404);
      return await again(ctx, 200, given, {}, inWords(ctx.state, preview));
    }
    const actor = authorise(ctx, "case.decide");
    if (!actor.ok) throw new HttpError(403);
    const ban = given.step === "ban" ? authorise(ctx, "case.ban") : null;
    if (ban?.ok === false) {
      return await again(ctx, 422, given, { proof: t("admin.proof.below") });
    }
    const done = await decide(millo, actor.value, ruling, ban?.value ?? null);
    if (done.ok) return seeOther(lastQueue(ctx, { decided: number }));
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

/** The case is not as the form had it any more. */
const LOST: readonly RulingRefusal[] = [
  "lapsed",
  "stale",
  "merged",
  "nothing_open",
];

/** What a form asks for, with its placeholders filled in. */
function rulingIn(ctx: StaffCtx, given: DecisionValue): Ruling {
  const { step, also, reports, rule, facts, reason } = given;
  const { abusive, abuseRule, abuseFacts } = given;
  const measures = step === null ? [] : [step, ...also];
  return {
    ...{ number: ctx.params.number, bulk: null },
    ...{ reports, measures, rule, reason: reason || null },
    facts: fillIn(facts, fillingsFor(ctx.state, { step, rule, reports })),
    abuse: abusive.length === 0 ? null : {
      reports: abusive,
      rule: abuseRule,
      facts: fillIn(
        abuseFacts,
        fillingsFor(ctx.state, { step: null, rule: abuseRule, reports }),
      ),
    },
  };
}

/** The words typed so far, and a saved reply below them. */
async function withReply(
  ctx: StaffCtx,
  given: DecisionValue,
): Promise<DecisionValue> {
  const { millo: { store }, principal: staff } = ctx.state;
  const reply = given.reply && await findReply(store, staff, given.reply);
  if (!reply) return given;
  const facts = [given.facts.trim(), reply.text].filter(Boolean).join("\n\n");
  return { ...given, facts };
}

type Typed = ReturnType<typeof typedDecision>;

/** The page once more: what was typed is kept, whatever happened. */
async function again(
  ctx: StaffCtx,
  status: number,
  typed: Typed,
  errors: Record<string, string>,
  preview: ReturnType<typeof inWords> | null = null,
) {
  const data = await caseData(ctx);
  if (!data) throw new HttpError(404);
  return page({ ...data, typed, errors, preview }, { status });
}

/** Which field a refusal is about. */
function faultOf(t: Translate, refusal: RulingRefusal): Record<string, string> {
  const field = FIELDS[refusal] ?? "decision";
  return { [field]: t(`admin.case.error.${refusal}`) };
}

const FIELDS: Partial<Record<RulingRefusal, string>> = {
  rule: "rule",
  facts: "facts",
  placeholder: "facts",
  measures: "step",
  abuse: "abusive",
  abuse_rule: "abuseRule",
  abuse_facts: "abuseFacts",
  abuse_placeholder: "abuseFacts",
};
