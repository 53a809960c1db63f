import { HttpError, page } from "fresh";
import { z } from "zod";
import { CasePage } from "../../../../components/admin/cases/CasePage.tsx";
import { answerSecond } from "../../../../lib/app/mod.ts";
import {
  authorise,
  caseData,
  readForm,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";

const secondForm = z.object({
  decision: z.string().length(26),
  agrees: z.enum(["0", "1"]),
});

/** The second person's answer to a ban. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/cases/${ctx.params.number}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const { number } = ctx.params;
    const read = await readForm(ctx, secondForm);
    const data = await caseData(ctx);
    if (!data) throw new HttpError(404);
    const again = { ...data, typed: null, preview: null };
    if (!read.ok) {
      return page({ ...again, errors: {} }, { status: 422 });
    }
    const { decision, agrees } = read.value;
    // The passkey was shown for this case and for no other.
    if (data.view.state.second?.decision !== decision) {
      const errors = { decision: t("admin.case.error.no_second") };
      return page({ ...again, errors }, { status: 409 });
    }
    const actor = authorise(ctx, "case.ban");
    if (!actor.ok) {
      const errors = { proof: t("admin.proof.below") };
      return page({ ...again, errors, agrees }, { status: 422 });
    }
    const done = await answerSecond(
      millo,
      actor.value,
      decision,
      agrees === "1",
    );
    if (done.ok) return seeOther(`/admin/cases/${number}`);
    const errors = { decision: t(`admin.case.error.${done.refusal}`) };
    return page({ ...again, errors }, { status: 409 });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasePage t={state.t} locale={state.locale} {...data} />
));
