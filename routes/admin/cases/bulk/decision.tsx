import { BulkPage } from "../../../../components/admin/bulk/BulkPage.tsx";
import {
  authorise,
  bulkData,
  forbidden,
  type FormErrors,
  readForm,
  seeOther,
  type StaffCtx,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import type { Translate } from "../../../../lib/i18n/mod.ts";
import {
  type BulkActors,
  bulkDecisionForm,
  decideInBulk,
  type RulingFault,
} from "../../../../lib/safety/mod.ts";

/** Decides the chosen cases alike. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/cases"),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const read = await readForm(ctx, bulkDecisionForm, { lists: ["cases"] });
    const { values } = read;
    if (!read.ok) {
      const numbers = (read.lists.cases ?? []).map(numberIn);
      return unprocessable(ctx, await bulkData(ctx, numbers, read));
    }
    const { reason, ...ruling } = read.value;
    const done = await decideInBulk(safety, actorsIn(ctx), {
      ...ruling,
      reason: reason || null,
    });
    if (!done.ok) {
      const errors = faultOf(t, done.refusal);
      const numbers = ruling.cases.map(({ number }) => number);
      return unprocessable(
        ctx,
        await bulkData(ctx, numbers, { values, errors }),
      );
    }
    const { id, decided, left } = done.value;
    if (decided.length > 0) {
      return seeOther(`/admin/cases/bulk/${id}?left=${left.length}`);
    }
    const errors = { cases: t("admin.bulk.error.gone") };
    const numbers = left.map(({ number }) => number);
    return unprocessable(ctx, await bulkData(ctx, numbers, { values, errors }));
  },
});

/** What is wrong with the words, by field. */
function faultOf(t: Translate, refusal: RulingFault | "many"): FormErrors {
  switch (refusal) {
    case "rule":
      return { rule: t("admin.case.error.rule") };
    case "facts":
      return { facts: t("admin.case.error.facts") };
    case "placeholder":
      return { facts: t("admin.case.error.placeholder") };
    default:
      return { measure: t("admin.bulk.error.measure") };
  }
}

function numberIn(one: string): string {
  return one.split(" ")[0];
}

function actorsIn(ctx: StaffCtx): BulkActors {
  const bulk = authorise(ctx, "case.bulk");
  const claim = authorise(ctx, "case.claim");
  const decide = authorise(ctx, "case.decide");
  if (!bulk.ok || !claim.ok || !decide.ok) throw forbidden("permission");
  return { bulk: bulk.value, claim: claim.value, decide: decide.value };
}

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <BulkPage t={state.t} {...data} />
));
